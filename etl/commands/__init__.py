"""The commands: arguments in, one call into `etl`, results printed. No logic, and nothing heavy imported until a command runs."""

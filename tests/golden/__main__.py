"""Write the golden files anew."""

from __future__ import annotations

from tests.golden import FOLDER, documents, golden_file, page


def main() -> None:
    """Write one page for each sample document, remove what is left over, and say what changed."""
    wanted = {golden_file(document): page(document) for document in documents()}
    for stale in sorted(set(FOLDER.glob("*.txt")) - set(wanted)):
        stale.unlink()
        print(f"removed   {stale.name}")
    for file, text in wanted.items():
        before = file.read_text(encoding="utf-8") if file.exists() else None
        if text != before:
            file.write_text(text, encoding="utf-8")
            print(f"{'written' if before is None else 'changed'}   {file.name}")
    print(f"{len(wanted)} golden files; review them with: git diff tests/golden")


if __name__ == "__main__":
    main()

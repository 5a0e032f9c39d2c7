"""Communique in Dagster: one op, scheduled every night. It fails when the job fails, and tells of documents in quarantine."""

import subprocess

from dagster import Definitions, Failure, ScheduleDefinition, job, op


@op
def nightly(context):
    done = subprocess.run(["communique", "nightly", "--config", "/etc/communique.toml", "--json"], capture_output=True, text=True)
    context.log.info(done.stdout)
    if done.returncode == 3:
        context.log.warning("some documents are in quarantine: communique quarantine list")
    elif done.returncode not in (0, 75):
        raise Failure(done.stderr)


@job
def communique():
    nightly()


defs = Definitions(jobs=[communique], schedules=[ScheduleDefinition(job=communique, cron_schedule="30 2 * * *")])

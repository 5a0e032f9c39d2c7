"""Communique in Airflow 3: one task a night. Exit code 3 (documents in quarantine) does not fail it, 75 (another run) skips it."""

from datetime import datetime

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import dag


@dag(schedule="30 2 * * *", start_date=datetime(2026, 1, 1), catchup=False, max_active_runs=1)
def communique():
    BashOperator(
        task_id="nightly",
        bash_command="communique nightly --config /etc/communique.toml; code=$?; [ $code -eq 3 ] && exit 0; exit $code",
        skip_on_exit_code=75,
    )


communique()

from etl.decisions.recording import Exported, Recorded, act_on_judgements, judge

__all__ = ["Exported", "Recorded", "act_on_judgements", "judge"]

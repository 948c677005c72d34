from kladka.activities.models.planned import Event, Group, WeeklyFrame

__all__ = ["Event", "Group", "WeeklyFrame"]

"""Messages to residents: their wordings in three languages, what was sent to whom and when, the outbox.

Start in `actions/posting.py` (`post`: one message for one occasion) and `actions/outbox.py` (`send_waiting`, which a job
calls). The wordings that ship are texts in `shipped/<language>/`; a municipality amends them by versions of its own
(`models/wording.py`). What a message says is told by the module above that knows it. Uses people and programmes.
"""

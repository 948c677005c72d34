"""A person in an edition: agreement, plan, supports received, entry snapshot, amendments, exit, follow-up.

The first support starts a participation, not a signature: upper modules restate what was received by
`actions.restate_supports_received`, and start and snapshot follow. Start in `models/participation.py` and
`actions/supports.py`. Uses `recruitment`, `papers`, `people`, `programmes`, `places`, `audit` and `core`.
"""

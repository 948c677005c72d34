"""The product in a real browser: every screen's checks, behaviour of forms and scripts, budgets.

Start in `screens.py`, the table of pages that others extend. Without Chromium the tests are skipped aloud;
in CI (`CI=true`) they fail instead. `KLADKA_SITE=http://katowice.localhost:8000` checks a running product.
"""

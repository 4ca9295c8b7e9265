"""The day before or after that of something else, and days that hang on what is let through, set up or kept shut."""

import pytest
from tests.extract.asked import date

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oman [sealed] the strait the day before the vote on Sunday.", "2013-08-03"),
        ("Oman voted on May 3. The navy had [sealed] the strait on the eve of the vote.", "2013-05-02"),
        ("Oman voted on May 3. The navy had [sealed] the strait the day before the vote.", "2013-05-02"),
        ("The navy had [sealed] the strait on the eve of the vote.", None),
        ("Pumps stopped on Tuesday, the day after Omani crews [began] their blockade of the quay.", "2013-08-05"),
        ("Oman [put] up a post at Cape Sur on April 2, and halted all lorries on June 9.", "2013-04-02"),
        ("Oman [set] up a post at Cape Sur on April 2, 2013, and halted all lorries on June 9.", "2013-04-02"),
        ("In 2011 Oman [held] the tug for two months after its crew had sued.", "2011"),
        ("Oman had [kept] the strait shut since June.", "2013-06"),
        ("Oman [allowed] the tankers to sail on Friday.", "2013-08-02"),
        ("Oman has [kept] its ports closed since the coup of March 2012, citing unrest.", "2012-03"),
        ("Oman [sent] gunboats to guard its dhows on May 3.", "2013-05-03"),
    ],
)
def test_day(text: str, wanted: str | None) -> None:
    assert date(text).date == wanted

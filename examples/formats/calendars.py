"""Writes outlook.ics, google.ics, apple.ics and cancel.ics as those programs export calendars:
their own properties, time zones and line folding, with invented people and places.

    python calendars.py
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent

FIRST_NAMES = (
    "Alder Birch Bryony Clover Cicely Fern Flax Hazel Heath Holly Iris Ivy Juniper Linden Marjoram "
    "Olive Rowan Sage Tansy Willow"
).split()
LAST_NAMES = (
    "Ashlock Brackwater Copperthwaite Dunnhill Eddlestow Fallowick Grimsedge Hollinmere "
    "Inglebrook Juddleton"
).split()

OUTLOOK_ZONE = """\
BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16011028T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0100
TZOFFSETTO:-0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:-0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
"""

OUTLOOK_TAIL = """\
CLASS:PUBLIC
PRIORITY:5
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-IMPORTANCE:1
X-MICROSOFT-DISALLOW-COUNTER:FALSE
X-MS-OLK-AUTOFILLLOCATION:FALSE
X-MS-OLK-CONFTYPE:0
"""

# The workshop that cancel.ics takes back.
WORKSHOP = "040000008200E00074C5B7101A82E00800000000B0C4D7E2A19BDC01000000000000000010000000AA11"
SERIES = "040000008200E00074C5B7101A82E00800000000C0D1E2F3A19BDC01000000000000000010000000BB22"
BOARD = "040000008200E00074C5B7101A82E00800000000D0E1F2A3A19BDC01000000000000000010000000CC33"


def attendees():
    """Two hundred lines of people who must not reach any report."""
    for first in FIRST_NAMES:
        for last in LAST_NAMES:
            mailbox = f"{first}.{last}@example.org".lower()
            yield (
                f'ATTENDEE;CN="{first} {last}";ROLE=REQ-PARTICIPANT;RSVP=TRUE;'
                f"PARTSTAT=NEEDS-ACTION:mailto:{mailbox}"
            )


def outlook():
    """A meeting with 200 people invited, a weekly series over the change to summer time with one
    day left out and one moved, and a workshop."""
    return f"""\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
{OUTLOOK_ZONE}BEGIN:VEVENT
{chr(10).join(attendees())}
CATEGORIES:Short breaks,Forum
CREATED:20260202T091512Z
DESCRIPTION:Dear all\\,\\n\\nplease find below the details of our meeting.\\n\\n_____________
 ___________________________________________________________________\\nMicrosoft Teams meeting\\n
 Join: <https://teams.example.com/l/meetup-join/19%3ameeting_Q2hhcnRlcg%40thread.v2/0>\\nMeeting
  ID: 391 222 017 640\\nOr call in (audio only): +44 1632 960123\\,\\,417000296#\\n
DTEND;TZID="GMT Standard Time":20260226T123000
DTSTAMP:20260202T091512Z
DTSTART;TZID="GMT Standard Time":20260226T100000
LAST-MODIFIED:20260202T091512Z
LOCATION:Quillbrook Hall\\; Microsoft Teams Meeting
ORGANIZER;CN="Participation officer":mailto:participation@example.org
SEQUENCE:0
SUMMARY;LANGUAGE=en-gb:Short breaks board
UID:{BOARD}
X-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN"><HTML><BODY>\\n<P DIR=LTR><SPAN LANG="en-gb"><FONT FACE="Calibri">Dear all\\, please find below the details of our meeting.</FONT></SPAN></P>\\n</BODY></HTML>
{OUTLOOK_TAIL}BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
BEGIN:VEVENT
CREATED:20260209T140000Z
DESCRIPTION:Tea\\, toast and somebody from the council.
DTEND;TZID=GMT Standard Time:20260305T113000
DTSTAMP:20260209T140000Z
DTSTART;TZID=GMT Standard Time:20260305T100000
EXDATE;TZID=GMT Standard Time:20260409T100000
LAST-MODIFIED:20260209T140000Z
LOCATION:Café Bramble
ORGANIZER;CN=Forum secretary:mailto:secretary@example.org
RRULE:FREQ=WEEKLY;UNTIL=20260430T090000Z;BYDAY=TH;WKST=MO
SEQUENCE:0
SUMMARY;LANGUAGE=en-gb:Thursday drop-in
UID:{SERIES}
{OUTLOOK_TAIL}END:VEVENT
BEGIN:VEVENT
CREATED:20260209T140000Z
DTEND;TZID=GMT Standard Time:20260424T143000
DTSTAMP:20260413T081500Z
DTSTART;TZID=GMT Standard Time:20260424T130000
LAST-MODIFIED:20260413T081500Z
LOCATION:Fennel Row Library
RECURRENCE-ID;TZID=GMT Standard Time:20260423T100000
SEQUENCE:1
SUMMARY;LANGUAGE=en-gb:Thursday drop-in (this week on Friday)
UID:{SERIES}
{OUTLOOK_TAIL}END:VEVENT
BEGIN:VEVENT
CREATED:20260501T101500Z
DTEND;TZID=GMT Standard Time:20260618T150000
DTSTAMP:20260501T101500Z
DTSTART;TZID=GMT Standard Time:20260618T130000
LAST-MODIFIED:20260501T101500Z
LOCATION:Lanternwick Hub
ORGANIZER;CN=Participation officer:mailto:participation@example.org
SEQUENCE:0
SUMMARY;LANGUAGE=en-gb:Transport workshop
UID:{WORKSHOP}
{OUTLOOK_TAIL}END:VEVENT
END:VCALENDAR
"""


def cancel():
    """Outlook's message that takes back the workshop of outlook.ics."""
    return f"""\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:CANCEL
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
{OUTLOOK_ZONE}BEGIN:VEVENT
ATTENDEE;CN=Bryony Ashlock;RSVP=TRUE:mailto:bryony.ashlock@example.org
CLASS:PUBLIC
CREATED:20260501T101500Z
DTEND;TZID=GMT Standard Time:20260618T150000
DTSTAMP:20260610T083000Z
DTSTART;TZID=GMT Standard Time:20260618T130000
LAST-MODIFIED:20260610T083000Z
LOCATION:Lanternwick Hub
ORGANIZER;CN=Participation officer:mailto:participation@example.org
PRIORITY:1
SEQUENCE:1
STATUS:CANCELLED
SUMMARY;LANGUAGE=en-gb:Cancelled: Transport workshop
TRANSP:TRANSPARENT
UID:{WORKSHOP}
X-MICROSOFT-CDO-APPT-SEQUENCE:1
X-MICROSOFT-CDO-BUSYSTATUS:FREE
X-MICROSOFT-CDO-IMPORTANCE:2
END:VEVENT
END:VCALENDAR
"""


def google_event(start, end, name, summary, **others):
    """One entry as Google writes it; `name` makes its id, and days stand for whole days."""
    lines = [
        "BEGIN:VEVENT",
        f"DTSTART{start}",
        f"DTEND{end}",
        *others.pop("rule", []),
        "DTSTAMP:20260731T080000Z",
        f"UID:{name}@google.com",
        "CREATED:20260105T120000Z",
        f"DESCRIPTION:{others.pop('description', '')}",
        "LAST-MODIFIED:20260105T120512Z",
        f"LOCATION:{others.pop('location', '')}",
        "SEQUENCE:0",
        f"STATUS:{others.pop('status', 'CONFIRMED')}",
        f"SUMMARY:{summary}",
        f"TRANSP:{others.pop('transparent', 'OPAQUE')}",
        "END:VEVENT",
    ]
    return "\n".join(lines)


def google():
    """Times in UTC (10:00 in winter is 10:00Z, in summer 09:00Z), whole days, and a series that is
    written in local time and has no end."""
    events = [
        google_event(
            ":20260122T100000Z",
            ":20260122T123000Z",
            "2q7c1k0vexample0001",
            "Short breaks\\, options workshop",
            location="Fennel Row Library",
            description="Compare four ways to run the clubs.",
        ),
        google_event(
            ":20260611T090000Z",
            ":20260611T110000Z",
            "2q7c1k0vexample0002",
            "Short breaks board",
            location="Quillbrook Hall",
        ),
        # 23:00 in UTC on 23 June is midnight in London: it is held on 24 June.
        google_event(
            ":20260623T230000Z",
            ":20260624T003000Z",
            "2q7c1k0vexample0003",
            "Online night for shift workers",
        ),
        google_event(
            ";VALUE=DATE:20260302",
            ";VALUE=DATE:20260321",
            "2q7c1k0vexample0004",
            "Survey on the new website",
            transparent="TRANSPARENT",
        ),
        google_event(
            ";VALUE=DATE:20260507",
            ";VALUE=DATE:20260508",
            "2q7c1k0vexample0005",
            "Deadline for the newsletter",
            transparent="TRANSPARENT",
        ),
        google_event(
            ";TZID=Europe/London:20260112T190000",
            ";TZID=Europe/London:20260112T200000",
            "2q7c1k0vexample0006",
            "Forum committee",
            rule=["RRULE:FREQ=MONTHLY;BYDAY=2MO"],
        ),
        google_event(
            ":20260203T123000Z",
            ":20260203T133000Z",
            "2q7c1k0vexample0007",
            "Transport drop-in",
            status="CANCELLED",
            location="Lanternwick Hub",
        ),
    ]
    return f"""\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Forum events
X-WR-TIMEZONE:Europe/London
BEGIN:VTIMEZONE
TZID:Europe/London
X-LIC-LOCATION:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:GMT+1
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
{chr(10).join(events)}
END:VCALENDAR
"""


APPLE = """\
BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 15.3//EN
VERSION:2.0
X-APPLE-CALENDAR-COLOR:#1BADF8
X-WR-CALNAME:Forum
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20260301T101010Z
DTEND;TZID=Europe/London:20260325T113000
DTSTAMP:20260301T101010Z
DTSTART;TZID=Europe/London:20260325T100000
LAST-MODIFIED:20260301T101010Z
LOCATION:Café Bramble\\n1 Fennel Row
SEQUENCE:1
SUMMARY:Coffee and cake – all welcome
TRANSP:OPAQUE
UID:5B1C7B0E-0001-4E0C-9A51-2A7D1F00AA01
X-APPLE-CREATOR-IDENTITY:com.apple.calendar
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="Café Bramble":geo:0.000000,0.000000
X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Reminder
TRIGGER:-PT30M
UID:5B1C7B0E-0002-4E0C-9A51-2A7D1F00AA02
X-WR-ALARMUID:5B1C7B0E-0002-4E0C-9A51-2A7D1F00AA02
END:VALARM
END:VEVENT
BEGIN:VEVENT
CREATED:20260301T101010Z
DTSTAMP:20260301T101010Z
DTSTART:20260416T183000
DURATION:PT1H30M
LAST-MODIFIED:20260301T101010Z
SEQUENCE:0
SUMMARY:Evening without a time zone
UID:5B1C7B0E-0003-4E0C-9A51-2A7D1F00AA03
END:VEVENT
BEGIN:VEVENT
CREATED:20260301T101010Z
DTEND;VALUE=DATE:20260516
DTSTAMP:20260301T101010Z
DTSTART;VALUE=DATE:20260427
LAST-MODIFIED:20260301T101010Z
SEQUENCE:0
SUMMARY:Consultation on respite charges
TRANSP:TRANSPARENT
UID:5B1C7B0E-0004-4E0C-9A51-2A7D1F00AA04
END:VEVENT
BEGIN:VTODO
CREATED:20260301T101010Z
DTSTAMP:20260301T101010Z
DUE;VALUE=DATE:20260601
STATUS:NEEDS-ACTION
SUMMARY:Book the hall for autumn
UID:5B1C7B0E-0005-4E0C-9A51-2A7D1F00AA05
END:VTODO
END:VCALENDAR
"""


def folded(line):
    """A line cut into pieces of at most 75 octets, never inside a character."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode()) > 75:
            pieces.append(piece)
            piece = " "
        piece += character
    return "\r\n".join([*pieces, piece])


def write(name, content):
    # What was folded above so that it can be read here is one line again first.
    lines = content.replace("\n ", "").splitlines()
    text = "".join(folded(line) + "\r\n" for line in lines)
    (FOLDER / name).write_bytes(text.encode())


if __name__ == "__main__":
    write("outlook.ics", outlook())
    write("cancel.ics", cancel())
    write("google.ics", google())
    write("apple.ics", APPLE)

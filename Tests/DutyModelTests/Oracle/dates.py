"""Prints what Python's datetime says of the calendar, as hashes the tests compare.

Each hash is FNV-1a of 64 bits over lines of ASCII:
  days    YYYY-MM-DD,weekday          every day of 0001...9999; Monday is 1
  weeks   YYYY-Www,first,last         every ISO week that begins in 0001...9999, ends cut to 9999-12-31
  months  YYYY-MM-DD,n,YYYY-MM-DD|-   days of chosen years plus n months, cut to the month's length
  ends    YYYY-MM-dd                  the length of every month of 0001...9999

With --check, fails unless the tests in ../Calendar state each of them.
"""

import calendar
import pathlib
import sys
from datetime import date, timedelta


def fnv(lines):
    value = 0xCBF29CE484222325
    for line in lines:
        for byte in line.encode("ascii"):
            value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def days():
    for ordinal in range(1, date.max.toordinal() + 1):
        day = date.fromordinal(ordinal)
        yield f"{day.isoformat()},{day.isoweekday()}\n"


def weeks():
    monday = date.min
    while True:
        year, week, _ = monday.isocalendar()
        left = (date.max - monday).days
        yield f"{year:04}-W{week:02},{monday},{monday + timedelta(min(left, 6))}\n"
        if left < 7:
            return
        monday += timedelta(7)


def months():
    for year in (1, 2, 4, 1899, 1900, 2000, 2023, 2024, 9996, 9998, 9999):
        day = date(year, 1, 1)
        while day.year == year:
            for step in (-24000, -120, -25, -13, -12, -11, -2, -1, 0, 1, 2, 3, 6, 11, 12, 13, 48, 1200):
                total = day.year * 12 + day.month - 1 + step
                to_year, to_month = total // 12, total % 12 + 1
                if 1 <= to_year <= 9999:
                    last = calendar.monthrange(to_year, to_month)[1]
                    result = date(to_year, to_month, min(day.day, last)).isoformat()
                else:
                    result = "-"
                yield f"{day},{step},{result}\n"
            if day == date.max:
                return
            day += timedelta(1)


def ends():
    for year in range(1, 10000):
        for month in range(1, 13):
            yield f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]}\n"


tests = "".join(
    path.read_text("utf-8")
    for path in sorted((pathlib.Path(__file__).parent.parent / "Calendar").glob("*.swift"))
)
missing = []
for name, lines in (("days", days), ("weeks", weeks), ("months", months), ("ends", ends)):
    digits = fnv(lines()).upper()
    literal = "0x" + "_".join(digits[place : place + 4] for place in range(0, 16, 4))
    print(name, literal)
    if literal not in tests:
        missing.append(name)
if "--check" in sys.argv[1:] and missing:
    sys.exit("the tests state other hashes: " + ", ".join(missing))

#!/usr/bin/env python3
"""What words for days mean, computed without the program.

Days are looked for one by one: "the latest day not after today that is a Wednesday" is a walk
from today backwards until a Wednesday comes. Months are added by dateutil.relativedelta.

    days.py                 writes days.tsv next to this file
    days.py WORD [DAY]      prints what the word means, on every day or on one

days.tsv has a line for each word: the word, and the hashes (FNV-1a, 64 bits) of what it means on
each of DAYS days from START on, looking backwards and looking forwards. A day is written
YYYY-MM-DD, a refusal "-", each followed by a line feed. The last line is the hash of RANDOM
shifts by weeks, months, quarters and years.
"""

import calendar
import os
import sys
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

START = date(2027, 12, 1)
DAYS = 400
RANDOM = 10_000
ONE = timedelta(days=1)


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


# How a word finds its day: a function of today and of the direction, -1 or +1.


def fixed(day):
    return lambda today, way: day


def shifted(**delta):
    return lambda today, way: today + relativedelta(**delta)


def nearest(matches):
    def find(today, way):
        day = today
        while not matches(day):
            day += way * ONE
        return day

    return find


def weekday(number):
    def find(today, way):
        day = today if way < 0 else today + ONE
        while day.isoweekday() != number:
            day += way * ONE
        return day

    return find


def weekday_of_week(number, weeks):
    def find(today, way):
        year, week, _ = (today + weeks * 7 * ONE).isocalendar()
        return date.fromisocalendar(year, week, number)

    return find


def deadline(day):
    return lambda today, way: None if way < 0 else day


def is_last_of_month(day):
    return (day + ONE).day == 1


def day_of_month(number, months):
    def find(today, way):
        first = today.replace(day=1) + relativedelta(months=months)
        length = calendar.monthrange(first.year, first.month)[1]
        if number == "last":
            return first.replace(day=length)
        return first.replace(day=number) if number <= length else None

    return find


def date_of_year(month, number, years):
    def find(today, way):
        year = today.year + years
        length = calendar.monthrange(year, month)[1]
        if number == "last":
            return date(year, month, length)
        return date(year, month, number) if number <= length else None

    return find


def edge_of_quarter(end, quarters):
    def find(today, way):
        day = today.replace(day=1) + relativedelta(months=3 * quarters)
        while day.month not in (1, 4, 7, 10):
            day -= relativedelta(months=1)
        return day + relativedelta(months=3) - ONE if end else day

    return find


def words():
    table = {
        "2026-06-30": fixed(date(2026, 6, 30)),
        "20280229": fixed(date(2028, 2, 29)),
        "2026-6-3": fixed(date(2026, 6, 3)),
        "２０２６－０６－３０": fixed(date(2026, 6, 30)),
        "2026年6月30日": fixed(date(2026, 6, 30)),
        "2026年06月30号": fixed(date(2026, 6, 30)),
        "2026年六月三十號": fixed(date(2026, 6, 30)),
        "2028年2月底": fixed(date(2028, 2, 29)),
        "2026年底": fixed(date(2026, 12, 31)),
        "2026年年底": fixed(date(2026, 12, 31)),
        "2026年初": fixed(date(2026, 1, 1)),
        "2026": deadline(date(2026, 12, 31)),
        "2026年": deadline(date(2026, 12, 31)),
        "2026-H1": deadline(date(2026, 6, 30)),
        "2026Q3": deadline(date(2026, 9, 30)),
        "2026-q4": deadline(date(2026, 12, 31)),
        "2028-02": deadline(date(2028, 2, 29)),
        "2026年2月": deadline(date(2026, 2, 28)),
    }
    for label in ("2026-W01", "2026-W27", "2026-W53", "2027W52", "2020-w53", "2024-W1"):
        year, week = label.upper().replace("-", "").split("W")
        table[label] = deadline(date.fromisocalendar(int(year), int(week), 7))

    for days, names in {
        -3: ["大前天"],
        -2: ["前天"],
        -1: ["yesterday", "昨天", "昨日"],
        0: ["today", "TODAY", "今天", "今日"],
        1: ["tomorrow", "ｔｏｍｏｒｒｏｗ", "明天", "明日"],
        2: ["后天", "後天"],
        3: ["大后天", "大後天"],
    }.items():
        for name in names:
            table[name] = shifted(days=days)
    for number in (0, 1, 3, 7, 30, 400):
        for sign in (1, -1):
            for letter, unit, factor in (
                ("d", "days", 1),
                ("w", "weeks", 1),
                ("m", "months", 1),
                ("q", "months", 3),
                ("y", "years", 1),
            ):
                word = f"{'+' if sign > 0 else '-'}{number}{letter}"
                table[word] = shifted(**{unit: sign * number * factor})
    table["−3d"] = table["－３Ｄ"] = shifted(days=-3)
    numbers = {"1": 1, "一": 1, "两": 2, "兩": 2, "十": 10, "十二": 12, "二十": 20, "三十一": 31, "100": 100}
    for written, number in numbers.items():
        for marks, sign in ((("前",), -1), (("后", "後"), 1)):
            for mark in marks:
                table[f"{written}天{mark}"] = shifted(days=sign * number)
                for week in ("周", "週", "星期", "个星期", "个礼拜"):
                    table[f"{written}{week}{mark}"] = shifted(weeks=sign * number)
                for month in ("个月", "個月"):
                    table[f"{written}{month}{mark}"] = shifted(months=sign * number)

    english = "monday tuesday wednesday thursday friday saturday sunday".split()
    chinese = ["一", "二", "三", "四", "五", "六", "日天"]
    for number in range(1, 8):
        for name in (english[number - 1], english[number - 1][:3], english[number - 1][:3].title()):
            table[name] = weekday(number)
        for character in chinese[number - 1]:
            for week in ("周", "週", "星期", "礼拜", "禮拜"):
                table[week + character] = weekday(number)
                for prefix, weeks in (("本", 0), ("这", 0), ("上", -1), ("下", 1), ("上个", -1), ("下個", 1)):
                    table[prefix + week + character] = weekday_of_week(number, weeks)

    for month, day in ((6, 30), (7, 8), (12, 31), (1, 1), (2, 28), (2, 29), (3, 1), (10, 10)):
        same = nearest(lambda d, m=month, n=day: (d.month, d.day) == (m, n))
        for word in (f"{month:02}-{day:02}", f"{month}-{day}", f"{month}月{day}日", f"{month}月{day:02}号"):
            table[word] = same
        for prefix, years in (("今年", 0), ("本年", 0), ("去年", -1), ("明年", 1)):
            table[f"{prefix}{month}月{day}日"] = date_of_year(month, day, years)
    table["十二月三十一日"] = table["12-31"]
    table["二月二十九号"] = table["02-29"]
    months = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
    for month, written in enumerate(months, 1):
        last = nearest(lambda d, m=month: d.month == m and is_last_of_month(d))
        for word in (f"{month}月底", f"{month:02}月末", f"{written}月底"):
            table[word] = last
        table[f"明年{month}月底"] = date_of_year(month, "last", 1)

    for word in ("月底", "月末", "eom"):
        table[word] = nearest(is_last_of_month)
    for word in ("月初", "som"):
        table[word] = nearest(lambda d: d.day == 1)
    for day in (1, 15, 28, 29, 30, 31):
        for word in (f"{day}日", f"{day}号"):
            table[word] = nearest(lambda d, n=day: d.day == n)
    for prefix, count in (("本", 0), ("这个", 0), ("上", -1), ("上个", -1), ("下", 1), ("下個", 1)):
        table[f"{prefix}月底"] = day_of_month("last", count)
        table[f"{prefix}月初"] = day_of_month(1, count)
        for day in (8, 29, 31):
            table[f"{prefix}月{day}日"] = day_of_month(day, count)
        table[f"{prefix}季度末"] = edge_of_quarter(True, count)
        table[f"{prefix}季度初"] = edge_of_quarter(False, count)
    for word in ("季末", "季度末", "季底", "季度底", "eoq"):
        table[word] = nearest(lambda d: d.month % 3 == 0 and is_last_of_month(d))
    for word in ("季初", "季度初", "soq"):
        table[word] = nearest(lambda d: d.month % 3 == 1 and d.day == 1)
    for word in ("年底", "年末", "eoy"):
        table[word] = nearest(lambda d: (d.month, d.day) == (12, 31))
    for word in ("年初", "soy"):
        table[word] = nearest(lambda d: (d.month, d.day) == (1, 1))
    for prefix, years in (("今年", 0), ("今年年", 0), ("去年", -1), ("明年", 1), ("明年年", 1)):
        table[f"{prefix}底"] = date_of_year(12, "last", years)
        table[f"{prefix}初"] = date_of_year(1, 1, years)
    return table


def meaning(find, today, way):
    try:
        day = find(today, way)
    except (ValueError, OverflowError):
        day = None
    return day.isoformat() if day else "-"


def meanings(find, way):
    return [meaning(find, START + n * ONE, way) for n in range(DAYS)]


def random_shifts():
    state = 1

    def draw(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    for _ in range(RANDOM):
        today = date.fromordinal(draw(3_652_059) + 1)
        unit = "wmqy"[draw(4)]
        count = draw(4001) - 2000
        names = {"w": ("weeks", 1), "m": ("months", 1), "q": ("months", 3), "y": ("years", 1)}
        name, factor = names[unit]
        yield meaning(shifted(**{name: count * factor}), today, 1)


def main(arguments):
    table = words()
    if arguments:
        find = table[arguments[0]]
        todays = [START + n * ONE for n in range(DAYS)]
        if len(arguments) > 1:
            todays = [date.fromisoformat(arguments[1])]
        for today in todays:
            print(today, meaning(find, today, -1), meaning(find, today, 1))
        return
    lines = []
    for word, find in table.items():
        hashes = [fnv("".join(f"{m}\n" for m in meanings(find, way))) for way in (-1, 1)]
        lines.append("\t".join([word] + hashes))
    lines.append(f"{RANDOM}\t" + fnv("".join(f"{m}\n" for m in random_shifts())))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "days.tsv")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


main(sys.argv[1:])

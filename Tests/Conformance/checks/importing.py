"""Documents that are read: what is imported, and that nothing at all can crash the reader.

The seed is fixed, so that a failure can be seen again.
"""

import json
import random

from .answers import validate
from .harness import DATA, expect

DOCUMENT = DATA / "documents" / "forestry-bureau.txt"
WORDS = (
    "一、 二、 （一） （二） 1. 2. 3. ① 第一条 第二条 （1） 1、 责任人： 牵头领导：* 完成时限：2026年*月底前 每年 每季度 每半年 不少于 * 次 "
    "2次 年底前 定期 书面报告 党组责任 书记责任 班子成员 工作要求 分管 开展检查 听取汇报 ， 。 ； 、 \t \n \n\n \u3000 \ufeff \u202e "
    "\x00 \x1b[2J <b> ##x## － - 12 - 甲 乙"
).split(" ")


def register(registry):
    registry.add("import: the sample document, its answer and its checklist", check_sample)
    registry.add("import: any bytes at all", check_bytes)
    registry.add("import: marks and words in any order", check_words)
    registry.add("import: long texts end in time", check_long, True)


def check_sample(bench):
    folder = bench.folder / "office"
    folder.mkdir()
    done = bench.run("import", str(DOCUMENT), "--id", "forestry", "--json", cwd=folder)
    expect(done.status == 0, done)
    answer = done.json()
    validate("import", answer, "the answer of import")
    written = json.loads((folder / "checklists" / "forestry.json").read_bytes())
    validate("checklist", written, "what was written")
    duties = [
        duty
        for tier in written["tiers"]
        for part in [tier, *tier.get("sections", [])]
        for duty in part.get("duties", [])
    ]
    expect(len(duties) == answer["summary"]["duties"] == 12, answer["summary"])
    # The words of every duty stand in the document, hard line breaks apart.
    text = "".join(DOCUMENT.read_text("utf-8").split())
    for duty in duties:
        expect("".join(duty["text"].split()) in text, duty["text"])
    listed = bench.run("list", "--json", cwd=folder)
    expect(listed.status == 0 and len(listed.json()["duties"]) == 12, listed)


def attempt(bench, data, where, timeout=20):
    done = bench.run("import", "-", "--id", "any", "--dry-run", input=data, timeout=timeout)
    expect(done.status in (0, 65), f"{where}: {done}")
    expect(b"\x1b[2J" not in done.err, f"{where}: a control sequence reached the terminal")


def check_bytes(bench):
    source = random.Random(20261121)
    original = DOCUMENT.read_bytes()
    for number in range(120):
        if number % 3 == 0:
            data = source.randbytes(source.randrange(0, 4000))
        else:
            data = bytearray(original)
            for _ in range(source.randrange(1, 30)):
                place = source.randrange(len(data))
                data[place : place + source.randrange(0, 9)] = source.randbytes(source.randrange(0, 4))
            data = bytes(data)
        attempt(bench, data, f"bytes {number}")


def check_words(bench):
    source = random.Random(7)
    for number in range(120):
        text = "".join(source.choice(WORDS) for _ in range(source.randrange(1, 400)))
        attempt(bench, text.encode("utf-8"), f"words {number}")


def check_long(bench):
    line = "每半年至少召开2次会议，定期听取汇报。"
    texts = {
        "one line of 10 MB": line * (10_000_000 // len(line.encode())),
        "100,000 nested headings": "".join(f"{'（' * (n % 50)}{n}）标题\n" for n in range(100_000)),
        "100,000 items": "一、党组责任\n" + "".join(f"{n}.{line}\n" for n in range(1, 100_001)),
        "100,000 labels": "某局责任清单\n" + "责任人：张三三\n" * 100_000 + f"1.{line}\n",
        "a novel": "天色将晚，河上起了雾。船夫把灯挂在桅杆上，慢慢地摇。\n" * 100_000,
        "100 MB": "甲" * 33_000_000,
    }
    for name, text in texts.items():
        attempt(bench, text.encode("utf-8"), name, timeout=60)

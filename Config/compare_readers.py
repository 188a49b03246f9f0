"""What compare-readers.sh runs: both readers over the same pages, each in a process of its own."""

import collections
import gzip
import json
import os
import re
import sys
import tempfile

WORD = re.compile(r"\w+")


def read_with_quoth(pages, program, output):
    """Becomes Quoth, which writes an object a page to `output`."""
    lines = "".join(json.dumps({"id": key, "path": path, "url": url}) + "\n" for key, path, url in pages)
    with tempfile.TemporaryFile() as given:
        given.write(lines.encode())
        given.seek(0)
        os.dup2(given.fileno(), 0)
    os.dup2(output.fileno(), 1)
    os.execv(program, [program, "read", "--jsonl", "-"])


def read_with_trafilatura(pages, _, output):
    """Reads with metadata, as trafilatura's users do, and writes an object a page to `output`."""
    import trafilatura

    for key, path, url in pages:
        with open(path, "rb") as page:
            found = trafilatura.bare_extraction(page.read(), url=url, with_metadata=True)
        print(json.dumps({"id": key, "text": found.text if found else None}), file=output)
    output.flush()


def measured(reader, pages, program):
    """The texts, the CPU seconds and the peak of memory (in MB) of a reader in a process of its own.

    The peak is at least that of this program, which the process begins as.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        child = os.fork()
        if child == 0:
            try:
                reader(pages, program, output)
            except Exception as error:
                print(f"{reader.__name__}: {error}", file=sys.stderr)
                os._exit(1)
            os._exit(0)
        _, status, usage = os.wait4(child, 0)
        if status != 0:
            sys.exit(f"{reader.__name__} failed")
        output.seek(0)
        rows = [json.loads(line) for line in output]
        return {row["id"]: row.get("text") or "" for row in rows}, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def agreement(gold, found):
    """Precision and recall of two bags."""
    common = sum((gold & found).values())
    return common / max(1, sum(found.values())), common / max(1, sum(gold.values()))


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(gold, texts):
    """The mean F1 of words, and the F1 of runs of four words from mean precision and mean recall."""
    by_words, precisions, recalls = [], [], []
    for key, entry in gold.items():
        bags = []
        for text in (entry["articleBody"], texts.get(key, "")):
            words = WORD.findall(text)
            runs = zip(*(words[start:] for start in range(4)))
            bags.append((collections.Counter(word.lower() for word in words), collections.Counter(runs)))
        by_words.append(harmonic(*agreement(bags[0][0], bags[1][0])))
        precision, recall = agreement(bags[0][1], bags[1][1])
        precisions.append(precision)
        recalls.append(recall)
    mean = lambda numbers: sum(numbers) / len(numbers)
    return mean(by_words), harmonic(mean(precisions), mean(recalls))


def main():
    folder, program = sys.argv[1:]
    with open(os.path.join(folder, "gold.json"), encoding="utf-8") as file:
        gold = json.load(file)
    with tempfile.TemporaryDirectory() as unpacked:
        pages = []
        for number, (key, entry) in enumerate(gold.items()):
            path = os.path.abspath(os.path.join(folder, "html", entry["file"]))
            if path.endswith(".gz"):
                with gzip.open(path) as packed:
                    page = packed.read()
                path = os.path.join(unpacked, f"{number}.html")
                with open(path, "wb") as file:
                    file.write(page)
            pages.append((key, path, entry.get("url")))
        print(f"{len(pages)} pages{'':11}words F1  runs of four F1  pages a CPU second  peak MB")
        for name, reader in (("quoth", read_with_quoth), ("trafilatura", read_with_trafilatura)):
            texts, seconds, memory = measured(reader, pages, program)
            words, runs = score(gold, texts)
            print(f"{name:20}{words:8.3f}{runs:16.3f}{len(pages) / seconds:20.0f}{memory:9.0f}")


if __name__ == "__main__":
    main()

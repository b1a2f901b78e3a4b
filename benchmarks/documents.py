"""Printing both documents of the larger example, beside a plain ReportLab build of the same text as flat paragraphs."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks import Figure, compared
from radplan_desktop.acts.examples import find, sittings_of
from radplan_desktop.acts.sittings import changes_of
from radplan_desktop.documents import Stamp, Story, compose, render_pdf
from radplan_desktop.documents import story as told
from radplan_desktop.documents.glyphs import printable
from radplan_desktop.guideline import load_guideline
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.plan import NULL, Plan

EXAMPLE = "aan-welke-kant-sta-jij"
PLAN_ID = "0" * 32
TIME_LIMIT, MEMORY_LIMIT = 1.0, 2.0
ROUNDS = 9


def measure() -> list[Figure]:
    """Return what printing costs in time and in memory."""
    stories = [_story(answers, name) for answers in [_answers()] for name in answers.guideline.documents]
    texts = [[escape(text) for text in _texts(story)] for story in stories]
    render = _all(render_pdf, stories)
    flat = _all(_flat, texts)
    pages = sum(render_pdf(story).count(b"/Type /Page\n") for story in stories)
    name = f"Print both documents of ‘{find(EXAMPLE).title}’ ({pages} pages), beside a plain build of the same text"
    ours, theirs = _peak(render), _peak(flat)
    return [
        compared(name, render, flat, TIME_LIMIT, ROUNDS),
        Figure("The peak of memory meanwhile", ours, theirs, ours / theirs, MEMORY_LIMIT, "MB"),
    ]


def _answers() -> Answers:
    example, guideline = find(EXAMPLE), load_guideline(forms_dir())
    plan, known = Plan(), dict[str, set[str]]()
    for sitting in sittings_of(example):
        for act in changes_of(sitting, guideline, example.id, known, Answers(guideline, plan, example.today)):
            plan = plan.with_changes([(cell, text) for cell, text in act if plan.text(*cell) != text or text == NULL])
    return Answers(guideline, plan, example.today)


def _story(answers: Answers, name: str) -> Story:
    spec = answers.guideline.documents[name]
    stamp = Stamp("1.0", date(2026, 11, 12), fingerprint(answers.plan, PLAN_ID), concept=False, plan_id=PLAN_ID)
    return compose(answers, spec, spec.edition, stamp)


def _all(work: Callable[..., bytes], inputs: list[Story] | list[list[str]]) -> Callable[[], object]:
    return lambda: [work(one) for one in inputs]


def _flat(texts: list[str]) -> bytes:
    """Build a plain document: every text one paragraph, in ReportLab's own font, with its own line breaker."""
    style = ParagraphStyle("flat", fontName="Helvetica", fontSize=10.5, leading=13.9)
    file = BytesIO()
    SimpleDocTemplate(file, invariant=1).build([Paragraph(text, style) for text in texts])
    return file.getvalue()


def _peak(work: Callable[[], object]) -> float:
    """Return the most memory that Python held during a piece of work, in MB."""
    work()
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def _texts(story: Story) -> Iterator[str]:
    """Yield every text of a story that is not empty."""
    for block in story.blocks:
        yield from filter(None, (printable(text) for text in _of(block)))


def _of(block: told.Block) -> Iterator[str]:
    match block:
        case told.Heading(_, text, number):
            yield f"{number} {text}"
        case told.Paragraph(text):
            yield text
        case told.BulletList(items):
            yield from items
        case told.FactList(facts):
            yield from (f"{fact.label} {fact.value.text}" for fact in facts)
        case told.TableBlock(columns, rows):
            yield from (column.title for column in columns)
            yield from (item.text for row in rows for item in row)

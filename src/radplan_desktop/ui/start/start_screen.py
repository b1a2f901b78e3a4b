"""The start: a new plan, an existing one, an example, and what was opened before on this laptop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame

from radplan_desktop import __version__
from radplan_desktop.host.preferences import TEXT_SIZES
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import (
    Button,
    clear,
    column,
    frame,
    icon_button,
    row,
    rule,
    words,
)
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel

PROMISES = (
    "Er gaat niets naar buiten: geen cloud, geen statistiek, geen automatische updates.",
    "Elk plan is één versleuteld bestand, dat u zelf bewaart.",
)
MORNING, AFTERNOON, EVENING = 6, 12, 18
STICKS = ("/media", "/run/media")
"""Below these, in a folder of the user, Linux shows a stick by its name."""
ONLY_NAMES = (
    "Deze lijst kent alleen de naam en de plek van het bestand. De inhoud blijft dicht tot u het wachtwoord invoert."
)


def greeting(hour: int) -> str:
    """Return the greeting of this hour of the day."""
    if MORNING <= hour < AFTERNOON:
        return "Goedemorgen"
    return "Goedemiddag" if AFTERNOON <= hour < EVENING else "Goedenavond"


def whereabouts(folder: Path) -> str:
    """Return where a folder is, in the words of a user: on this laptop, or on a stick; any other place by its path."""
    home = Path.home()
    if folder == home:
        return "Op deze laptop"
    if home in folder.parents:
        return f"Op deze laptop, in {folder.relative_to(home).as_posix()}"
    parts = folder.parts
    for stem in (Path(stick).parts for stick in STICKS):
        if parts[: len(stem)] == stem and len(parts) > len(stem) + 1:
            return f"Op ‘{parts[len(stem) + 1]}’"
    return str(folder)


class StartCard(Button):
    """A large button with an icon, a title, a sentence and its shortcut."""

    def __init__(self, title: str, sentence: str, icon_name: str, shortcut: str, *, primary: bool = False) -> None:
        super().__init__("", "startPrimary" if primary else "start")
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (sentence, shortcut) if part))
        lines = self._lines = column(self, (18, 18, 14, 14), 1)
        disc = frame(role="discPrimary" if primary else "disc")
        disc.setFixedSize(QSize(40, 40))
        row(disc, (10, 10, 10, 10)).addWidget(IconLabel(icon_name, 20))
        lines.addWidget(disc)
        lines.addSpacing(10)
        self._title = words(title, "h2")
        lines.addWidget(self._title)
        lines.addWidget(words(sentence, "cardHint", wrap=True))
        lines.addSpacing(9)
        lines.addStretch()
        lines.addWidget(words(shortcut, "cardMeta"))

    def sizeHint(self) -> QSize:
        """Return the size as drawn, higher with a larger text."""
        drawn = 72 + theme().px(102)
        if not self._may_grow:
            return QSize(170, drawn)
        return QSize(170, max(drawn, self._lines.heightForWidth(max(self.width(), 170))))

    @property
    def _may_grow(self) -> bool:
        """Whether the words may need more lines than drawn; to find out takes as long as a part of the first frame."""
        return theme().percent > TEXT_SIZES[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at this width."""
        super().resizeEvent(event)
        if self._may_grow:
            self._title.setWordWrap(True)
            if event.size().width() != event.oldSize().width():
                self.updateGeometry()


class RecentRow(QFrame):
    """One file of the list."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        line = row(self, (16, 7, 12, 7), 14)
        line.addWidget(IconLabel("lock", 20))
        text = column(gap=0)
        text.addWidget(words(path.stem, "strong"))
        self._where: QLabel = words(whereabouts(path.parent), "hint", wrap=True)
        self._where.setToolTip(str(path))
        text.addWidget(self._where)
        line.addLayout(text, 1)
        self.button = Button("Openen", size="small")
        self.button.setAccessibleName(f"{path.stem} openen")
        self.button.clicked.connect(lambda: self.opened.emit(self.path))
        away = icon_button("x", f"{path.stem} uit de lijst halen")
        away.clicked.connect(lambda: self.forgotten.emit(self.path))
        line.addWidget(self.button)
        line.addWidget(away)

    def show_missing(self) -> None:
        """Say that the file is not there now."""
        reason = "Nu niet gevonden. Staat het op een stick, steek die dan in."
        self._where.setText(reason)
        self.button.setEnabled(False)
        self.button.setToolTip(reason)


class StartScreen(Entrance):
    """Where everything begins."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    file_wanted = Signal(object)
    forget_wanted = Signal(object)
    """A path, or None for the whole list."""
    view_wanted = Signal()
    preferences_wanted = Signal()
    about_wanted = Signal()
    painted = Signal()
    """The first frame is on the screen."""

    def __init__(self, recent: Sequence[Path]) -> None:
        brand = BrandPanel(Route(), "Dit programma werkt zonder internet", "wifi-off", PROMISES, lead=LEAD)
        hello = f"{greeting(datetime.now().astimezone().hour)}. Waar wilt u aan werken?"
        below = "Een plan bewaart u in één bestand. Alles wat u invult, wordt daarin meteen opgeslagen."
        super().__init__(brand, hello, below, first=True)
        self._first = True
        self.new = StartCard(
            "Nieuw plan", "Stap voor stap, met uitleg bij elke vraag.", "file-plus", "Ctrl + N", primary=True
        )
        self.open = StartCard("Planbestand openen", "Van deze laptop of van een USB-stick.", "folder-open", "Ctrl + O")
        self.example = StartCard("Voorbeeldplan", "Kijk rond in een plan dat al is ingevuld.", "book-open", "")
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.example.clicked.connect(self.example_wanted)
        cards = row(gap=14)
        for card in (self.new, self.open, self.example):
            cards.addWidget(card, 1)
        self.body.addLayout(cards)
        self.rows: list[RecentRow] = []
        self._list = column(gap=8)
        self.body.addSpacing(18)
        self.body.addLayout(self._list)
        self.show_recent(recent)
        self._add_foot()

    def say(self, sentence: str) -> None:
        """Say why something could not be done."""
        banner = Banner("danger", "circle-alert", closable=True)
        self.body.insertWidget(0, banner)
        banner.say("Dat ging niet.", sentence)

    def note(self, notice: str) -> None:
        """Say what the user should know of this laptop: a sentence or more."""
        banner = Banner("warn", "triangle-alert", closable=True)
        self.body.insertWidget(0, banner)
        banner.say_sentences(notice)

    def _add_foot(self) -> None:
        self.foot.setContentsMargins(37, 10, 46, 10)  # the words of a quiet button begin inside it
        self.foot.setSpacing(0)
        self.view = Button("Weergave en tekstgrootte", "quiet", size="small")
        self.view.clicked.connect(self.view_wanted)
        self.foot.addWidget(self.view)
        for text, wanted in (("Voorkeuren", self.preferences_wanted), ("Over RadPlan", self.about_wanted)):
            button = Button(text, "quiet", size="small")
            button.clicked.connect(wanted)
            self.foot.addWidget(button)
        self.foot.addStretch()
        self.foot.addWidget(words(f"Versie {__version__}", "meta"))

    def show_recent(self, recent: Sequence[Path]) -> None:
        """Show the files that were opened before."""
        clear(self._list)
        self.rows = []
        if not recent:
            return
        head = row()
        head.addWidget(words("Eerder geopend op deze laptop", "h2"), 1)
        empty = Button("Lijst wissen", "quiet", size="small")
        empty.clicked.connect(lambda: self.forget_wanted.emit(None))
        head.addWidget(empty)
        self._list.addLayout(head)
        holder = frame(role="card")
        lines = column(holder, (1, 1, 1, 1))
        for path in recent:
            if self.rows:
                lines.addWidget(rule())
            line = RecentRow(path)
            line.opened.connect(self.file_wanted)
            line.forgotten.connect(self.forget_wanted)
            self.rows.append(line)
            lines.addWidget(line)
        self._list.addWidget(holder)
        note = row(gap=8)
        note.addWidget(IconLabel("eye-off", 17, "ink2").at_top())
        note.addWidget(words(ONLY_NAMES, "hint", wrap=True), 1)
        self._list.addLayout(note)

    def show_missing(self, missing: Sequence[Path]) -> None:
        """Say of these files that they are not there now."""
        for line in self.rows:
            if line.path in missing:
                line.show_missing()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the first frame is there."""
        super().paintEvent(event)
        if self._first:
            self._first = False
            QTimer.singleShot(0, self, self.painted.emit)

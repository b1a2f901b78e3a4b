"""What can go wrong with a dossier, one class per blame. ``sentence`` is what the user reads, in plain Dutch.

Only the standard library is used here, so that a caller can name these classes before the database library is loaded.
"""

from __future__ import annotations


class DossierError(Exception):
    """Something outside the program stands in the way. ``sentence`` says what, what to do, and what is not lost."""

    sentence = ""

    def __init__(self) -> None:
        super().__init__(self.sentence)


class PassphraseRefusedError(DossierError):
    """A passphrase that cannot be used at all: empty, or with a character that no SQLCipher client can take."""

    sentence = "Vul een wachtwoord in. Een leeg wachtwoord kan niet, en sommige onzichtbare tekens ook niet."


class UnreadableError(DossierError):
    """The passphrase does not fit or the first page is damaged: nobody can tell which."""

    sentence = (
        "Het wachtwoord past niet, of het begin van dit planbestand is beschadigd. Probeer het wachtwoord opnieuw. "
        "Helpt dat niet, open dan een reservekopie. Er is niets veranderd."
    )


class DamagedError(DossierError):
    """The passphrase fits, but something further on in the file is damaged."""

    sentence = (
        "Een deel van dit planbestand is beschadigd. Open een reservekopie. "
        "Bewaar dit bestand ook: RadPlan heeft er niets aan veranderd."
    )


class AlteredError(DossierError):
    """The tables are not the ones RadPlan makes: another program changed the file."""

    sentence = (
        "De indeling van dit planbestand is buiten RadPlan om veranderd. RadPlan opent het niet. Open een reservekopie."
    )


class NewerVersionError(DossierError):
    """The file was written by a later RadPlan."""

    sentence = (
        "Dit planbestand is gemaakt met een nieuwere versie van RadPlan. Werk RadPlan bij en open het opnieuw. "
        "Er is niets veranderd."
    )


class NotADossierError(DossierError):
    """Plainly no dossier: empty, too short, not a whole number of pages, not encrypted, or another program's."""

    sentence = (
        "Dit is geen planbestand van RadPlan, of het kopiëren is halverwege afgebroken. "
        "Kies een ander bestand, of kopieer het opnieuw."
    )


class MissingError(DossierError):
    """There is no file at this path (any more)."""

    sentence = "Op deze plek staat het planbestand niet meer. Is het verplaatst, of zit de stick niet in de computer?"


class NoAccessError(DossierError):
    """The user may not read the file."""

    sentence = (
        "U mag dit bestand op deze computer niet openen. Vraag uw beheerder om toegang, of kies een ander bestand."
    )


class InUseError(DossierError):
    """Another program, or another window of this one, has the file open. ``holder`` says who, if anyone knows."""

    sentence = "Dit planbestand is al ergens anders geopend. Sluit het daar eerst. Er is niets veranderd."

    def __init__(self, holder: str = "") -> None:
        self.holder = holder
        if holder:
            self.sentence = f"Dit planbestand is in gebruik door {holder}. Sluit het daar eerst. Er is niets veranderd."
        super().__init__()


class ReadOnlyError(DossierError):
    """Writing is not possible here: the medium, the file or the session is read-only."""

    sentence = (
        "Op deze plek kan RadPlan niets opslaan. U kunt het plan wel lezen. "
        "Kopieer het planbestand naar uw eigen map om erin te werken."
    )


class WritingEndedError(ReadOnlyError):
    """The file could be written when it was opened and cannot be any more."""

    sentence = (
        "RadPlan mag op deze plek niet meer schrijven. Vraag uw beheerder om schrijfrechten, of bewaar een kopie op een andere "
        "plek. Wat al was opgeslagen, staat veilig in het planbestand. De rest staat nog in dit venster."
    )


class MovedError(DossierError):
    """The open file is not at its place any more, or another one (or an older copy) stands there."""

    sentence = (
        "Het planbestand staat niet meer op zijn plek, of er staat nu een ander bestand. Zet het terug of sluit de stick weer aan. "
        "Wat u typte, staat nog in dit venster. U kunt het ook als kopie op een andere plek bewaren."
    )


class UnfinishedError(DossierError):
    """A read-only file whose last step was cut off: SQLite would have to write to put it right."""

    sentence = (
        "De laatste keer is het opslaan in dit planbestand onderbroken. RadPlan kan dat hier niet herstellen. Kopieer het bestand "
        "en het bestand ernaast dat op -journal eindigt naar uw eigen map, en open het daar."
    )


class DiskFullError(DossierError):
    """No room left. Nothing that was acknowledged is lost, and the same call may be tried again."""

    sentence = (
        "De schijf of stick is vol. Maak ruimte, dan slaat RadPlan uw laatste werk alsnog op. "
        "Wat al was opgeslagen, staat veilig in het planbestand."
    )


class MediumLostError(DossierError):
    """Reading or writing failed below us: a stick pulled out, a network folder gone, a disk failing."""

    sentence = (
        "De schijf of stick reageert niet meer. Sluit de stick opnieuw aan. Wat al was opgeslagen, blijft bewaard. "
        "De rest staat nog in dit venster."
    )


class ExistsError(DossierError):
    """A new file may not replace another."""

    sentence = "Op deze plek staat al een bestand met deze naam. Kies een andere naam. RadPlan overschrijft niets."


class NameTooLongError(DossierError):
    """The file system does not take a name or a path of this length."""

    sentence = (
        "De naam van dit bestand is te lang, of het staat te diep in mappen. Kies een kortere naam of een andere map. "
        "Er is niets veranderd."
    )


class AttachmentTooLargeError(DossierError):
    """An attachment of more than 25 MB."""

    sentence = (
        "Deze bijlage is groter dan 25 MB. Maak de bijlage kleiner, of schrijf in het plan waar zij te vinden is."
    )


class ForkedError(DossierError):
    """Two files hold different entries under the same copy and number: one file was worked in twice under one copy id."""

    def __init__(self, copy: str, seq: int) -> None:
        self.copy, self.seq = copy, seq
        self.sentence = (
            f"In beide planbestanden is apart verder gewerkt als dezelfde kopie ({copy[:8]}, vanaf stap {seq}). "
            "RadPlan kan ze daarom niet samenvoegen. Beide bestanden zijn ongewijzigd."
        )
        super().__init__()


class UnverifiedError(DossierError):
    """A file that was just written does not read back as what was meant."""

    sentence = "De nieuwe kopie is niet goed op de schijf of stick gekomen. Kies een andere plek. Uw planbestand is ongewijzigd."


class UnfitError(DossierError):
    """The cipher library of this computer does not do what RadPlan needs; nothing was written."""

    sentence = (
        "De versleuteling werkt op deze computer niet zoals RadPlan nodig heeft. RadPlan opent daarom geen planbestand. "
        "Installeer RadPlan opnieuw."
    )

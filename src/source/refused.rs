//! The findings for paths that are not read. Their places are set when the file is known.

use crate::finding::{Finding, Place};
use crate::say;
use crate::say::Message;
use crate::source::content::Content;
use crate::source::disk::MAX_FILE;

fn error(code: &'static str, message: Message) -> Finding {
    Finding::error(code, Place::default(), message)
}

/// A path that is not a file.
pub(super) fn other(content: &Content) -> Finding {
    match content {
        Content::Link => link(),
        Content::Submodule => submodule(),
        Content::Special => special(),
        Content::TooLarge(size) => too_large(*size),
        Content::Folder | Content::Bytes(_) => folder(),
    }
}

fn link() -> Finding {
    error(
        "file-link",
        say!(
            en: "this is a link, and links are not followed",
            sv: "det här är en länk, och länkar följs inte",
            da: "dette er et link, og links følges ikke",
        ),
    )
    .help(say!(
        en: "put the file or folder itself here",
        sv: "lägg själva filen eller mappen här",
        da: "læg selve filen eller mappen her",
    ))
}

fn submodule() -> Finding {
    error(
        "file-submodule",
        say!(
            en: "this is a git submodule: its files are not in this revision",
            sv: "det här är en git-undermodul: dess filer ingår inte i den här revisionen",
            da: "dette er et git-undermodul: Dets filer er ikke med i denne revision",
        ),
    )
    .help(say!(
        en: "put the files themselves into the repository, or fetch the submodule and read the working tree without --rev",
        sv: "lägg själva filerna i git-arkivet, eller hämta undermodulen och läs arbetskatalogen utan --rev",
        da: "læg selve filerne i git-arkivet, eller hent undermodulet, og læs arbejdsmappen uden --rev",
    ))
}

fn special() -> Finding {
    error(
        "file-special",
        say!(
            en: "this is neither a file nor a folder but a pipe, a socket or a device: it is not opened",
            sv: "det här är varken en fil eller en mapp utan en namngiven pipe (FIFO), en socket eller en enhet, och öppnas inte",
            da: "dette er hverken en fil eller en mappe, men en navngiven pipe (FIFO), en socket eller en enhed, og åbnes ikke",
        ),
    )
    .help(say!(
        en: "remove it from the registers",
        sv: "ta bort den ur registren",
        da: "fjern den fra fortegnelserne",
    ))
}

/// A folder with the name of a file.
pub(super) fn folder() -> Finding {
    error(
        "file-folder",
        say!(
            en: "this is a folder with the name of a file: nothing in it is read",
            sv: "det här är en mapp med ett filnamn: ingenting i den läses",
            da: "dette er en mappe med et filnavn: Intet i den læses",
        ),
    )
    .help(say!(
        en: "rename the folder: only the name of a file ends with `.yaml`",
        sv: "byt namn på mappen: bara namnet på en fil slutar med `.yaml`",
        da: "omdøb mappen: Kun navnet på en fil ender på `.yaml`",
    ))
}

pub(super) fn too_large(size: u64) -> Finding {
    error(
        "file-too-large",
        say!(
            en: "the file has {size} bytes; at most {most} are read",
            sv: "filen har {size} byte; högst {most} läses",
            da: "filen har {size} byte; højst {most} læses",
            size = size,
            most = MAX_FILE,
        ),
    )
    .help(say!(
        en: "split the register into one file per activity",
        sv: "dela upp registret i en fil för varje behandling",
        da: "del fortegnelsen op i én fil for hver behandling",
    ))
}

pub(super) fn wrong_ending(meant: &str) -> Finding {
    error(
        "file-stray",
        say!(
            en: "the name of the file ends with `.txt`: it is not read",
            sv: "filens namn slutar med `.txt`: den läses inte",
            da: "filens navn ender på `.txt`: Den læses ikke",
        ),
    )
    .help(say!(
        en: "rename the file to `{meant}`; in Windows, first let the file manager show file name extensions",
        sv: "byt namn på filen till `{meant}`; i Windows behöver Utforskaren först visa filnamnstillägg",
        da: "omdøb filen til `{meant}`; i Windows skal Stifinder først vise filtypenavne",
    ))
}

/// A name that is not UTF-8.
pub(super) fn name() -> Finding {
    error(
        "file-name",
        say!(
            en: "the name is not UTF-8: nothing under it is read",
            sv: "namnet är inte skrivet i UTF-8; filen eller mappen läses inte",
            da: "navnet er ikke skrevet i UTF-8; filen eller mappen læses ikke",
        ),
    )
    .help(say!(
        en: "rename it: the letters a–z, digits and hyphens",
        sv: "byt namn: bokstäverna a–z, siffror och bindestreck",
        da: "omdøb: bogstaverne a–z, cifre og bindestreger",
    ))
}

/// A file next to the folders of the municipalities.
pub(super) fn beside() -> Finding {
    error(
        "file-stray",
        say!(
            en: "the file lies beside the folders of the municipalities: it is not read",
            sv: "filen ligger bredvid kommunernas mappar: den läses inte",
            da: "filen ligger ved siden af kommunernes mapper: Den læses ikke",
        ),
    )
    .help(say!(
        en: "move the file into the folder of its municipality; `ropa new` makes a folder",
        sv: "flytta filen till kommunens mapp; `ropa new` skapar en mapp",
        da: "flyt filen til kommunens mappe; `ropa new` opretter en mappe",
    ))
}

/// The folder of a municipality without anything to read.
pub(super) fn empty_folder() -> Finding {
    error(
        "folder-empty",
        say!(
            en: "there is no register in the folder",
            sv: "det finns inget register i mappen",
            da: "der er ingen fortegnelse i mappen",
        ),
    )
    .help(say!(
        en: "fetch the folder with `git submodule update --init` if it is a submodule; otherwise write `municipality.yaml`, or remove the folder",
        sv: "hämta mappen med `git submodule update --init` om den är en undermodul; skriv annars `municipality.yaml`, eller ta bort mappen",
        da: "hent mappen med `git submodule update --init`, hvis den er et undermodul; skriv ellers `municipality.yaml`, eller fjern mappen",
    ))
}

/// An empty folder in a register: a submodule that was not fetched looks like this.
pub(super) fn empty_inside() -> Finding {
    error("folder-empty", say!(en: "the folder is empty", sv: "mappen är tom", da: "mappen er tom")).help(say!(
        en: "remove the folder, or fetch it with `git submodule update --init` if it is a submodule",
        sv: "ta bort mappen, eller hämta den med `git submodule update --init` om den är en undermodul",
        da: "fjern mappen, eller hent den med `git submodule update --init`, hvis den er et undermodul",
    ))
}

/// A file in a register that is not read because of its name. It may be data, so it is reported.
pub(super) fn unread(name: &str) -> Finding {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches('~');
    Finding::warning(
        "file-unread",
        Place::default(),
        say!(
            en: "the file is not read: its name does not end with `.yaml`",
            sv: "filen läses inte: dess namn slutar inte med `.yaml`",
            da: "filen læses ikke: Dens navn ender ikke på `.yaml`",
        ),
    )
    .help(say!(
        en: "rename it to `{stem}.yaml` if it belongs to the register; otherwise remove it, or name it in ropa.toml: `ignore` under `[folders]`",
        sv: "byt namn till `{stem}.yaml` om den hör till registret; ta annars bort den, eller ange den i ropa.toml: `ignore` under `[folders]`",
        da: "omdøb den til `{stem}.yaml`, hvis den hører til fortegnelsen; fjern den ellers, eller angiv den i ropa.toml: `ignore` under `[folders]`",
    ))
}

/// A temporary file or folder of a run that was killed while writing.
pub(super) fn left_behind() -> Finding {
    Finding::warning(
        "file-unread",
        Place::default(),
        say!(
            en: "this was left by a run of ropa that was interrupted: it is not read",
            sv: "detta lämnades kvar när en körning av ropa avbröts: det läses inte",
            da: "dette blev efterladt, da en kørsel af ropa blev afbrudt: Det læses ikke",
        ),
    )
    .help(say!(
        en: "delete it: the file that was to be written is as it was before",
        sv: "ta bort det: filen som skulle skrivas är som den var",
        da: "slet det: Filen, der skulle skrives, er, som den var",
    ))
}

/// A folder whose name begins with a dot; its files are not read.
pub(super) fn hidden_folder() -> Finding {
    Finding::warning(
        "file-unread",
        Place::default(),
        say!(
            en: "the folder is not read: its name begins with a dot",
            sv: "mappen läses inte: dess namn börjar med en punkt",
            da: "mappen læses ikke: Dens navn begynder med et punktum",
        ),
    )
    .help(say!(
        en: "rename it if it belongs to the register; otherwise remove it, or name it in ropa.toml: `ignore` under `[folders]`",
        sv: "byt namn på den om den hör till registret; ta annars bort den, eller ange den i ropa.toml: `ignore` under `[folders]`",
        da: "omdøb den, hvis den hører til fortegnelsen; fjern den ellers, eller angiv den i ropa.toml: `ignore` under `[folders]`",
    ))
}

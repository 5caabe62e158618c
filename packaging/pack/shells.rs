//! Manual pages and completions, from the definition of the command line.

use std::error::Error;
use std::fs;
use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

/// Writes `man/` and `completions/`.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let pages = folder.join("man");
    fs::create_dir_all(&pages)?;
    let command = ropa::internals::cli::command();
    page(&command, "ropa", &pages)?;
    // `help` is a command of the parser, without a page.
    for own in command.get_subcommands().filter(|own| own.get_name() != "help") {
        page(own, &format!("ropa-{}", own.get_name()), &pages)?;
    }
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        clap_complete::generate_to(shell, &mut ropa::internals::cli::command(), "ropa", &completions)?;
    }
    Ok(())
}

fn page(command: &Command, name: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut bytes = Vec::new();
    let version = env!("CARGO_PKG_VERSION");
    let page = Man::new(command.clone()).title(name.to_uppercase()).source(format!("ropa {version}"));
    page.manual("ropa").render(&mut bytes)?;
    fs::write(folder.join(format!("{name}.1")), bytes)?;
    Ok(())
}

//! Output that appears whole or not at all.

use crate::failure::Failure;
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};
use tempfile::{Builder, NamedTempFile, TempDir};

/// A directory that is being filled under another name, beside where it will stand.
pub(crate) struct OutDirectory {
    wanted: PathBuf,
    filling: TempDir,
}

impl OutDirectory {
    /// Begins to fill `wanted`, which must be new or empty. Nothing appears there before [`finish`].
    ///
    /// [`finish`]: OutDirectory::finish
    pub(crate) fn begin(wanted: &Path) -> Result<Self, Failure> {
        check_free(wanted)?;
        let parent = parent(wanted);
        let unwritable = |error| Failure::file("write to", parent, &error);
        fs::create_dir_all(parent).map_err(unwritable)?;
        let filling = Builder::new()
            .prefix(".collegium-")
            .tempdir_in(parent)
            .map_err(unwritable)?;
        Ok(Self {
            wanted: wanted.to_owned(),
            filling,
        })
    }

    /// Writes one file.
    pub(crate) fn file(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.filling.path().join(name);
        fs::write(&path, text).map_err(|error| Failure::file("write", &self.wanted.join(name), &error))
    }

    /// Puts the directory in its place.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let unwritable = |error| Failure::file("write", &self.wanted, &error);
        let filled = self.filling.keep();
        // A new directory is private to its maker; the finished one is as others are.
        let permissions = parent_permissions(&self.wanted);
        let placed = permissions.and_then(|permissions| {
            fs::set_permissions(&filled, permissions)?;
            if self.wanted.exists() {
                fs::remove_dir(&self.wanted)?;
            }
            fs::rename(&filled, &self.wanted)
        });
        placed.map_err(|error| {
            let _ = fs::remove_dir_all(&filled);
            unwritable(error)
        })
    }
}

/// Writes a file under another name and puts it in its place.
pub(crate) fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    let written = || -> io::Result<()> {
        let mut file = NamedTempFile::new_in(parent(path))?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        fs::set_permissions(file.path(), file_permissions()?)?;
        file.persist(path)?;
        Ok(())
    };
    written().map_err(|error| Failure::file("write", path, &error))
}

/// Whether `wanted` can take output: it does not exist, or is an empty directory.
pub(crate) fn check_free(wanted: &Path) -> Result<(), Failure> {
    let taken = |what: &str| {
        let help = "choose a new directory, or remove this one first";
        Err(Failure::new(
            format!("{} {what}; nothing was written", wanted.display()),
            help,
        ))
    };
    match fs::read_dir(wanted) {
        Ok(mut entries) => match entries.next() {
            Some(_) => taken("exists and is not empty"),
            None => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => taken("is not a directory"),
        Err(error) => Err(Failure::file("read", wanted, &error)),
    }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(unix)]
fn parent_permissions(_: &Path) -> io::Result<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn parent_permissions(wanted: &Path) -> io::Result<fs::Permissions> {
    Ok(fs::metadata(parent(wanted))?.permissions())
}

#[cfg(unix)]
fn file_permissions() -> io::Result<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn file_permissions() -> io::Result<fs::Permissions> {
    Ok(tempfile::tempfile()?.metadata()?.permissions())
}

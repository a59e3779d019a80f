//! Output that appears whole or not at all.

use crate::failure::Failure;
use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};
use tempfile::{Builder, TempDir};

/// A directory that is being filled under another name, beside where it will stand.
pub(crate) struct OutDirectory {
    wanted: PathBuf,
    filling: TempDir,
    parents: NewDirectories,
}

impl OutDirectory {
    /// Begins to fill `wanted`, which must be new or empty. Nothing appears there before [`finish`].
    ///
    /// [`finish`]: OutDirectory::finish
    pub(crate) fn begin(wanted: &Path) -> Result<Self, Failure> {
        check_free(wanted)?;
        // Behind a link stands the directory that is meant.
        let wanted = wanted.canonicalize().unwrap_or_else(|_| wanted.to_owned());
        let parent = parent(&wanted);
        let unwritable = |error| Failure::file("write to", parent, &error);
        let parents = NewDirectories::create(parent).map_err(unwritable)?;
        let filling = plain(Builder::new().prefix(".collegium-"), 0o777)
            .tempdir_in(parent)
            .map_err(unwritable)?;
        Ok(Self {
            wanted,
            filling,
            parents,
        })
    }

    /// Writes one file.
    pub(crate) fn file(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.filling.path().join(name);
        fs::write(&path, text).map_err(|error| Failure::file("write", &self.wanted.join(name), &error))
    }

    /// Puts the directory in its place.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        // Where it stands already it is empty. Unix replaces an empty directory in one step.
        if cfg!(not(unix)) {
            let _ = fs::remove_dir(&self.wanted);
        }
        fs::rename(self.filling.path(), &self.wanted)
            .map_err(|error| Failure::file("write", &self.wanted, &error))?;
        let _ = self.filling.keep();
        self.parents.keep();
        Ok(())
    }
}

/// Directories that were made on the way to an output; they go again if the output fails.
struct NewDirectories(Vec<PathBuf>);

impl NewDirectories {
    /// Makes `path` and every directory above it that is not there.
    fn create(path: &Path) -> io::Result<Self> {
        let absent = path
            .ancestors()
            .filter(|above| !above.as_os_str().is_empty())
            .take_while(|above| !above.exists());
        let made = Self(absent.map(Path::to_owned).collect());
        fs::create_dir_all(path)?;
        Ok(made)
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for NewDirectories {
    fn drop(&mut self) {
        // The innermost comes first. One that somebody else has put something into stays.
        for directory in &self.0 {
            let _ = fs::remove_dir(directory);
        }
    }
}

/// Writes a file under another name and puts it in its place. What is no file, such as `/dev/stdout`, is
/// written to as it is.
pub(crate) fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    write_by(path, |out| out.write_all(text.as_bytes()))
}

/// The same, piece by piece.
pub(crate) fn write_by(path: &Path, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let buffered = |file: &fs::File| {
        let mut out = io::BufWriter::with_capacity(1 << 16, file);
        write(&mut out)?;
        out.flush()
    };
    let written = || -> io::Result<()> {
        let target = match fs::metadata(path) {
            Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(there) if !there.is_file() => return buffered(&fs::File::create(path)?),
            // Behind a link stands the file that is meant.
            Ok(_) => path.canonicalize()?,
            Err(_) => path.to_owned(),
        };
        let file = plain(Builder::new().prefix(".collegium-"), 0o666).tempfile_in(parent(&target))?;
        buffered(file.as_file())?;
        if let Ok(there) = fs::metadata(&target) {
            fs::set_permissions(file.path(), there.permissions())?;
        }
        file.persist(&target)?;
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
    if wanted.file_name().is_none() {
        let (path, help) = (wanted.display(), "choose a new directory, such as `--out round`");
        return Err(Failure::new(
            format!("the output cannot take the place of {path:?}; nothing was written"),
            help,
        ));
    }
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

/// Temporary files are private to their maker; finished ones are as the user's other files.
fn plain<'a, 'b>(builder: &'a mut Builder<'b, 'b>, mode: u32) -> &'a mut Builder<'b, 'b> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    {
        let _ = mode;
        builder
    }
}

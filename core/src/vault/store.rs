//! An open vault: reading, what is kept in memory beside it, and telling who listens what became stale.

use super::connect;
use super::derived::{Derived, Known, Touched};
use super::files::VaultLock;
use super::keys::DatabaseKey;
use super::kind::Kinds;
use crate::clock::Clock;
use crate::error::Result;
use crate::ids::{DeviceId, VaultId};
use crate::progress::Job;
use crate::topics::Topic;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The name of the database inside the vault's folder.
pub const DATABASE: &str = "vault.db";

/// Who is told, after each confirmed write, which lists are stale.
pub type News = Box<dyn Fn(&[Topic]) + Send + Sync>;

/// What is needed to open a vault whose key is known.
pub struct Opened {
    /// Names the vault; as its key file says.
    pub id: VaultId,
    /// The vault's folder.
    pub dir: PathBuf,
    /// The key of its database.
    pub key: DatabaseKey,
    /// Every kind of record there is.
    pub kinds: Kinds,
    /// Where the time comes from.
    pub clock: Clock,
    /// Progress of long work.
    pub job: Job,
    /// Who listens.
    pub news: News,
    /// Keeps other programs out until the vault is dropped.
    pub lock: VaultLock,
}

/// An open vault. Locking it is dropping it.
pub struct Vault {
    dir: PathBuf,
    key: DatabaseKey,
    pub(super) kinds: Kinds,
    pub(super) clock: Clock,
    job: Job,
    news: News,
    id: VaultId,
    pub(super) writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    pub(super) derived: Derived,
    // Last, so that the connections are closed before others may come in.
    _lock: VaultLock,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Vault {
    /// Opens the database, or makes it, and brings its tables up to date.
    ///
    /// # Errors
    /// [`Code::NewerVault`], [`Code::DamagedVault`], [`Code::ReadOnly`], [`Code::DiskFull`].
    pub fn open(with: Opened) -> Result<Self> {
        let Opened { id, dir, key, kinds, clock, job, news, lock } = with;
        let mut conn = connect::writer(&dir.join(DATABASE), &key)?;
        connect::migrate(&mut conn, kinds)?;
        settle_identity(&mut conn, id)?;
        Ok(Self {
            dir,
            key,
            kinds,
            clock,
            job,
            news,
            id,
            writer: Mutex::new(conn),
            readers: Mutex::default(),
            derived: Derived::default(),
            _lock: lock,
        })
    }

    /// Names this vault.
    #[must_use]
    pub fn id(&self) -> VaultId {
        self.id
    }

    /// Its folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The key of its database.
    #[must_use]
    pub fn key(&self) -> &DatabaseKey {
        &self.key
    }

    /// Where the time comes from.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Progress of long work, and the way to stop it.
    #[must_use]
    pub fn job(&self) -> &Job {
        &self.job
    }

    /// Every kind of record there is.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// Reads. Readers never wait for the writer and see the last confirmed state.
    ///
    /// # Errors
    /// What `f` fails with.
    pub fn read<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let free = lock(&self.readers).pop();
        let conn = match free {
            Some(conn) => conn,
            None => connect::reader(&self.dir.join(DATABASE), &self.key)?,
        };
        conn.execute_batch("BEGIN")?;
        let answer = f(&conn);
        conn.execute_batch("COMMIT")?;
        lock(&self.readers).push(conn);
        answer
    }

    /// Remembers something of this vault on this computer that is no record: never merged, never undone.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub fn remember(&self, key: &str, value: impl rusqlite::ToSql) -> Result<()> {
        self.with_writer(|c| {
            c.execute("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)", rusqlite::params![key, value])?;
            Ok(())
        })
    }

    /// What [`Vault::remember`] kept as text.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn recall(&self, key: &str) -> Result<Option<String>> {
        self.read(|c| Ok(c.query_row("SELECT value FROM meta WHERE key = ?1", [key], |r| r.get(0)).optional()?))
    }

    /// Throws away what stands in memory only because asking the tables is slower; it is made anew when it is wanted.
    pub fn forget_derived(&self) {
        self.derived.forget();
    }

    /// Makes the keys by which people are sorted anew, after the language changed.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub fn sort_again(&self) -> Result<()> {
        self.with_writer(|c| {
            c.execute(
                "UPDATE person_stat SET sort_key = sort_key((SELECT name FROM person WHERE rid = person_stat.person))",
                [],
            )?;
            Ok(())
        })?;
        self.forget_derived();
        Ok(())
    }

    /// Forgets what [`Vault::remember`] kept.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub fn forget(&self, key: &str) -> Result<()> {
        self.with_writer(|c| {
            c.execute("DELETE FROM meta WHERE key = ?1", [key])?;
            Ok(())
        })
    }

    /// A derived structure in memory, made anew when one of `topics` has changed since.
    ///
    /// # Errors
    /// What `build` fails with.
    pub fn cached<T: Send + Sync + 'static>(
        &self,
        topics: &[Topic],
        build: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<Arc<T>> {
        let version = self.derived.version(topics);
        if let Some(found) = self.derived.at(version) {
            return Ok(found);
        }
        let built = Arc::new(self.read(build)?);
        self.derived.keep(version, &built);
        Ok(built)
    }

    /// A derived structure in memory that is brought up to date row by row: `follow` is given what stands there and the
    /// rows that were touched since, and answers with the next state, or with nothing to have it made anew. A row may be
    /// told again that was read already.
    ///
    /// # Errors
    /// What `build` or `follow` fails with.
    pub fn followed<T: Send + Sync + 'static>(
        &self,
        build: impl FnOnce(&Connection) -> Result<T>,
        follow: impl FnOnce(&Connection, &T, &[Touched]) -> Result<Option<T>>,
    ) -> Result<Arc<T>> {
        // Read before the tables are: what is confirmed in between is told again next time.
        let place = self.derived.place();
        let next = match self.derived.known::<T>(place) {
            Known::Current(known) => return Ok(known),
            Known::Behind(known, touched) => self.read(|c| follow(c, &known, &touched))?,
            Known::Nothing => None,
        };
        let next = match next {
            Some(next) => next,
            None => self.read(build)?,
        };
        let next = Arc::new(next);
        self.derived.keep(place, &next);
        Ok(next)
    }

    /// Tells who listens that lists of these topics are stale.
    pub fn tell(&self, topics: &[Topic]) {
        self.derived.tell(topics);
        (self.news)(topics);
    }

    /// Closes the database, and keeps others out still. Gives its key and its lock.
    ///
    /// # Errors
    /// When what waits in the log cannot be put into the file; the vault is closed all the same.
    pub(crate) fn close(self) -> Result<(DatabaseKey, VaultLock)> {
        let Self { key, writer, readers, _lock, .. } = self;
        drop(readers);
        let writer = writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        writer.close().map_err(|(_, error)| error)?;
        Ok((key, _lock))
    }

    /// Runs `f` on the writing connection outside any step: backups, checks, settings that are not records.
    ///
    /// # Errors
    /// What `f` fails with.
    pub(crate) fn with_writer<T>(&self, f: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        f(&mut lock(&self.writer))
    }
}

/// A panic in one verb must not lock everybody out: the transaction it held was rolled back.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives a new vault its id and its first device; gives a restored one a new device.
fn settle_identity(conn: &mut Connection, id: VaultId) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let known = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'vault')";
    if !tx.query_row(known, [], |r| r.get::<_, bool>(0))? {
        tx.execute("INSERT INTO meta(key, value) VALUES ('vault', ?1), ('new_device', 1)", [id])?;
    }
    let renew: Option<i64> =
        tx.query_row("SELECT value FROM meta WHERE key = 'new_device'", [], |r| r.get(0)).optional()?;
    if renew == Some(1) {
        tx.execute("INSERT INTO device(id) VALUES (?1)", [DeviceId::make()])?;
        tx.execute("INSERT OR REPLACE INTO meta(key, value) VALUES ('device', ?1)", [tx.last_insert_rowid()])?;
        tx.execute("DELETE FROM meta WHERE key = 'new_device'", [])?;
    }
    tx.commit()?;
    Ok(())
}

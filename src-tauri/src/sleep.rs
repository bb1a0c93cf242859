//! Linux: locks the vault before the machine sleeps. systemd's logind waits for whoever asked for a moment (an inhibitor
//! of kind `delay`), so the key is out of memory before memory is written anywhere.

use crate::idle;
use rapport_core::app::App;
use std::sync::Arc;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::OwnedFd;

const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";

/// Follows logind until the program ends. Without logind the vault is locked on waking (`idle`).
pub fn watch(app: Arc<App>) {
    std::thread::spawn(move || {
        // No system bus or no logind: nothing to follow.
        let _ = Connection::system().and_then(|bus| follow(&bus, || idle::lock(&app)));
    });
}

/// Calls `lock` each time before the machine sleeps, and only then lets it.
fn follow(bus: &Connection, lock: impl Fn()) -> zbus::Result<()> {
    let manager = Proxy::new(bus, NAME, PATH, MANAGER)?;
    let signals = manager.receive_signal("PrepareForSleep")?;
    let mut delay = ask_for_a_moment(&manager);
    for signal in signals {
        let going_to_sleep: bool = signal.body().deserialize()?;
        if going_to_sleep {
            lock();
            delay = None;
        } else {
            delay = ask_for_a_moment(&manager);
        }
    }
    drop(delay);
    Ok(())
}

/// The machine does not sleep (for a few seconds at most) while this is held. `None` when logind refuses: the vault is
/// then locked as fast as the signal comes.
fn ask_for_a_moment(manager: &Proxy<'_>) -> Option<OwnedFd> {
    manager.call("Inhibit", &("sleep", "Rapport", "Locking the vault", "delay")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Read, pipe};
    use std::process::{Child, Command, Stdio};
    use std::sync::Mutex;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;
    use zbus::blocking::connection::Builder;
    use zbus::object_server::SignalEmitter;

    const LONG: Duration = Duration::from_secs(20);

    /// A private bus of this test's own.
    struct Bus(Child, String);

    impl Bus {
        fn start() -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .expect("dbus-daemon is installed (cargo xtask setup)");
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
            Self(daemon, address.trim().to_owned())
        }

        fn connect(&self) -> Builder<'static> {
            Builder::address(self.1.as_str()).expect("an address")
        }
    }

    impl Drop for Bus {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// A logind that gives out one pipe a moment asked for: it closes when the moment is given back.
    struct Logind {
        asked: Mutex<Sender<(String, PipeReader)>>,
    }

    #[zbus::interface(name = "org.freedesktop.login1.Manager")]
    impl Logind {
        fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> OwnedFd {
            let (reader, writer): (PipeReader, PipeWriter) = pipe().expect("a pipe");
            self.asked.lock().expect("unpoisoned").send((format!("{what} {mode}"), reader)).expect("heard");
            OwnedFd::from(std::os::fd::OwnedFd::from(writer))
        }

        #[zbus(signal)]
        async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, start: bool) -> zbus::Result<()>;
    }

    fn emit(logind: &Connection, start: bool) {
        logind.emit_signal(None::<&str>, PATH, MANAGER, "PrepareForSleep", &start).expect("emitted");
    }

    fn was_given_back(mut moment: PipeReader) -> Receiver<()> {
        let (tell, told) = channel();
        std::thread::spawn(move || {
            let _ = moment.read(&mut [0]);
            let _ = tell.send(());
        });
        told
    }

    #[test]
    fn the_vault_is_locked_before_the_machine_may_sleep() {
        let bus = Bus::start();
        let (tell_asked, asked) = channel();
        let logind = bus
            .connect()
            .name(NAME)
            .and_then(|b| b.serve_at(PATH, Logind { asked: Mutex::new(tell_asked) }))
            .and_then(Builder::build)
            .expect("a fake logind");

        let (tell_lock, locked) = channel();
        let (let_lock_end, lock_may_end) = channel::<()>();
        let ours = bus.connect().build().expect("a connection");
        std::thread::spawn(move || {
            let lock_may_end = lock_may_end;
            let _ = follow(&ours, || {
                let _ = tell_lock.send(());
                let _ = lock_may_end.recv_timeout(LONG);
            });
        });

        let (how, moment) = asked.recv_timeout(LONG).expect("a moment is asked for");
        assert_eq!(how, "sleep delay");
        let given_back = was_given_back(moment);

        emit(&logind, true);
        locked.recv_timeout(LONG).expect("locked on the signal");
        assert!(given_back.try_recv().is_err(), "the moment is kept until the lock is done");
        let_lock_end.send(()).expect("the lock still waits");
        given_back.recv_timeout(LONG).expect("then the machine may sleep");

        emit(&logind, false);
        asked.recv_timeout(LONG).expect("on waking, the next moment is asked for");
    }
}

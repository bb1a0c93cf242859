//! Hardening changes the whole process for ever, so it is tried in a process of its own: this file has one test.

#[cfg(target_os = "linux")]
#[test]
fn the_process_keeps_its_memory_and_its_files_to_itself() {
    use std::os::unix::fs::PermissionsExt;
    let limit_of_core = || {
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap().to_owned();
        line.split_whitespace().skip(4).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let done = rapport_core::vault::harden::harden_process();
    assert!(done.no_core_file && done.not_dumpable && done.private_files, "{done:?}");
    assert_eq!(limit_of_core(), ["0", "0"]);
    assert_eq!(rustix::process::dumpable_behavior().unwrap(), rustix::process::DumpableBehavior::NotDumpable);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("export.csv");
    std::fs::write(&path, "x").unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

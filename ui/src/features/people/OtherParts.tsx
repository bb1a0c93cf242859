/** Roles, ties and dates on a person's page. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Person } from "../../bindings/Person";
import type { Tie } from "../../bindings/Tie";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Avatar } from "../../components/marks/Avatar";
import { useFormat } from "../../frame/format";
import { PartList } from "./PartList";
import { useRemove, useSaveDate, useSaveRole, useSaveTie } from "./partActions";
import { PersonField } from "./PersonField";
import css from "./person.module.css";

export function RolesPart({ person }: { person: Person }) {
  const { t } = useLingui();
  const save = useSaveRole();
  const remove = useRemove("removeRole");
  const { id } = person.row;
  return (
    <PartList
      title={t`Roles`}
      items={person.roles}
      addLabel={t`Add a role`}
      keep={`role-${id}`}
      nameOf={(role) => `${role.title} ${role.organisationName}`.trim()}
      view={(role) => (
        <span className={css.wide}>
          <bdi>{role.title || role.organisationName}</bdi>
          <bdi className={css.sub}>{[role.title && role.organisationName, role.department, [role.started, role.ended].filter(Boolean).join(" – ")].filter(Boolean).join(" · ")}</bdi>
        </span>
      )}
      blank={{ title: "", organisation: "", department: "", started: "", ended: "" }}
      valuesOf={({ title, organisationName, department, started, ended }) => ({ title, organisation: organisationName, department, started, ended })}
      isWhole={({ organisation }) => organisation.trim() !== ""}
      fields={(role, set) => (
        <>
          <TextField label={t`Role`} value={role.title} onChange={(title) => set({ title })} autoFocus />
          <TextField label={t`Organisation`} value={role.organisation} onChange={(organisation) => set({ organisation })} />
          <TextField label={t`Department`} value={role.department} onChange={(department) => set({ department })} />
          <div className={css.pair}>
            <TextField label={t`Since`} value={role.started} onChange={(started) => set({ started })} placeholder="2019-03" />
            <TextField label={t`Until`} value={role.ended} onChange={(ended) => set({ ended })} />
          </div>
        </>
      )}
      onSave={(role, roleId, done) => save.mutate({ ...(roleId && { id: roleId }), person: id, ...role }, { onSuccess: done })}
      onRemove={(role) => remove.mutate(role.id)}
    />
  );
}

export function TiesPart({ person }: { person: Person }) {
  const { t } = useLingui();
  const save = useSaveTie();
  const remove = useRemove("removeTie");
  const { id, name } = person.row;
  // A whole name may be too long to be said again and again.
  const { given } = person;
  const called = given || name;
  const labelOf = ({ label, reversed }: Tie) => (reversed ? t`${called} is: ${label}` : label);
  return (
    <PartList
      title={given ? t`Around ${given}` : t`Around them`}
      items={person.ties}
      addLabel={t`Add somebody around them`}
      keep={`tie-${id}`}
      nameOf={(tie) => tie.name}
      // A tie that was written down on the other's page says what this one is to them: it is changed there.
      canEdit={(tie) => !tie.reversed}
      view={(tie) => (
        <>
          <Avatar name={tie.name} size={24} />
          {tie.other ? <Link className={css.tieName} to="/people/$personId" params={{ personId: tie.other }}><bdi>{tie.name}</bdi></Link> : <bdi className={css.tieName}>{tie.name}</bdi>}
          <bdi className={css.tieLabel} title={tie.label}>{labelOf(tie)}</bdi>
        </>
      )}
      blank={{ other: null as string | null, name: "", label: "" }}
      valuesOf={({ other, name: theirs, label }) => ({ other, name: theirs, label })}
      isWhole={(tie) => tie.other !== null || tie.name.trim() !== ""}
      fields={(tie, set) => (
        <>
          <PersonField label={t`Who`} person={tie.other} text={tie.name} not={id} onChange={(other, text) => set({ other, name: text })} />
          <TextField label={given ? t`What they are to ${given}` : t`What they are to this person`} value={tie.label} onChange={(label) => set({ label })} placeholder={t`daughter, bookkeeper`} />
        </>
      )}
      onSave={(tie, tieId, done) =>
        save.mutate({ ...(tieId && { id: tieId }), person: id, ...(tie.other ? { other: tie.other } : { name: tie.name.trim() }), label: tie.label.trim() }, { onSuccess: done })
      }
      onRemove={(tie) => remove.mutate(tie.id)}
    />
  );
}

export function DatesPart({ person }: { person: Person }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveDate();
  const remove = useRemove("removeDate");
  const { id } = person.row;
  // A leap year: without a year, 29 February is a day.
  const monthName = new Intl.DateTimeFormat(format.region, { month: "long" });
  const dayName = new Intl.DateTimeFormat(format.region, { day: "numeric", month: "short" });
  const months = Array.from({ length: 12 }, (_, at) => ({ id: String(at + 1), label: monthName.format(new Date(2000, at, 15)) }));
  return (
    <PartList
      title={t`Dates`}
      items={person.dates}
      addLabel={t`Add a date`}
      keep={`date-${id}`}
      nameOf={(date) => date.label}
      view={(date) => (
        <>
          <span className={css.factName}>{dayName.format(new Date(2000, date.month - 1, date.day))}</span>
          <span className={css.factValue}><bdi>{date.label}</bdi>{date.year !== null && <span className={css.quiet}> {date.year}</span>}</span>
        </>
      )}
      blank={{ label: "", day: "", month: "1", year: "" }}
      valuesOf={({ label, day, month, year }) => ({ label, day: String(day), month: String(month), year: year === null ? "" : String(year) })}
      isWhole={({ label, day, month, year }) => label.trim() !== "" && isDay(Number(day), Number(month), year)}
      fields={(date, set) => (
        <>
          <TextField label={t`What for`} value={date.label} onChange={(label) => set({ label })} placeholder={t`birthday`} autoFocus />
          <div className={css.three}>
            <TextField label={t`Day`} value={date.day} onChange={(day) => set({ day })} inputMode="numeric" />
            <Select label={t`Month`} value={date.month} onChange={(month) => set({ month })} options={months} />
            <TextField label={t`Year`} value={date.year} onChange={(year) => set({ year })} placeholder={t`if known`} inputMode="numeric" />
          </div>
        </>
      )}
      onSave={(date, dateId, done) =>
        save.mutate(
          { ...(dateId && { id: dateId }), person: id, label: date.label.trim(), day: Number(date.day), month: Number(date.month), ...(date.year.trim() && { year: Number(date.year) }) },
          { onSuccess: done },
        )
      }
      onRemove={(date) => remove.mutate(date.id)}
    />
  );
}

function isDay(day: number, month: number, year: string): boolean {
  if (!/^\s*\d{0,4}\s*$/.test(year)) return false;
  const date = new Date(Number(year) || 2000, month - 1, day);
  return Number.isInteger(day) && day > 0 && date.getMonth() === month - 1 && date.getDate() === day;
}

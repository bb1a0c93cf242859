/** The line above the list: whom to show, and in which order. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { KeyHint } from "../../components/marks/KeyHint";
import { useAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { keyedActions } from "../../frame/keys";
import { useStages } from "../../strings/stages";
import css from "./list.module.css";
import type { PeopleView, Sort } from "./peopleView";
import { tags } from "./queries";

const ANY = "any";
const orNull = <Id extends string>(id: Id): Exclude<Id, typeof ANY> | null => (id === ANY ? null : (id as Exclude<Id, typeof ANY>));

/** `onDown` leaves the field for the list. */
export function PeopleFilters({ people, onDown }: { people: PeopleView; onDown: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const stages = useStages();
  const known = useQuery(tags).data ?? [];
  const segments = useQuery(segmentList).data ?? [];
  const field = useRef<HTMLInputElement>(null);
  const { view, set } = people;
  useAction("list.filter", () => {
    field.current?.focus();
    field.current?.select();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    onDown();
  };
  return (
    <div className={css.filters}>
      <TextField
        className={css.find}
        aria-label={t`Find by name`}
        placeholder={t`Find by name`}
        value={people.text}
        onChange={people.setText}
        onKeyDown={onKeyDown}
        inputRef={field}
        end={people.text === "" ? <KeyHint keys={keyedActions["list.filter"].keys} /> : <Search size={15} strokeWidth={1.75} aria-hidden />}
      />
      <Select
        label={t`Tag`}
        quietLabel
        plain
        value={view.tag ?? ANY}
        onChange={(tag) => set({ tag: orNull(tag) })}
        options={[{ id: ANY, label: t`Any tag` }, ...known.map((tag) => ({ id: tag.id, label: tag.name, detail: format.number(tag.people ?? 0) }))]}
      />
      {segments.length > 0 && (
        <Select
          label={t`Segment`}
          quietLabel
          plain
          value={view.segment ?? ANY}
          onChange={(segment) => set({ segment: orNull(segment) })}
          options={[{ id: ANY, label: t`Any segment` }, ...segments.map(({ id, name, count }) => ({ id, label: name, ...(count !== null && { detail: format.number(count) }) }))]}
        />
      )}
      <Select
        label={t`Stage`}
        quietLabel
        plain
        value={view.stage ?? ANY}
        onChange={(stage) => set({ stage: orNull(stage) })}
        options={[{ id: ANY, label: t`Any stage` }, ...stages.all]}
      />
      <Select<"any" | "phone" | "email" | "touchpoint" | "tag">
        label={t`What is missing`}
        quietLabel
        plain
        value={view.without ?? ANY}
        onChange={(without) => set({ without: orNull(without) })}
        options={[
          { id: ANY, label: t`Nothing missing` },
          { id: "phone", label: t`No phone number` },
          { id: "email", label: t`No e-mail address` },
          { id: "touchpoint", label: t`Nothing logged` },
          { id: "tag", label: t`No tag` },
        ]}
      />
      {people.filtered && <Button kind="quiet" size="s" onPress={people.clear}><Trans>Show everyone</Trans></Button>}
      <span className={css.gap} />
      <Select<Sort>
        label={t`Order`}
        quietLabel
        plain
        value={view.sort}
        onChange={(sort) => set({ sort })}
        options={[
          { id: "name", label: t`By name` },
          { id: "lastTouch", label: t`Longest silent first` },
          { id: "added", label: t`Newest first` },
        ]}
      />
    </div>
  );
}

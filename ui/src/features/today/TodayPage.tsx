/** The page that says who, why now, what next. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Notice } from "../../components/layout/States";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { type Waiting, useGroups } from "./groups";
import { InPeace } from "./InPeace";
import { Nobody } from "./Nobody";
import { waiting } from "./queries";
import { SparedPeople } from "./SparedPeople";
import { useSummary } from "./summary";
import css from "./today.module.css";
import { WaitingAside } from "./WaitingAside";
import { WaitingList } from "./WaitingList";

export interface TodayPageProps {
  /** What is to be done by today; another room's. */
  Due?: ComponentType<{ day: string }>;
  /** What can wait until those who wait have heard; another room's. */
  Later?: ComponentType<{ day: string }>;
}

export function TodayPage({ Due, Later }: TodayPageProps) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const navigate = useNavigate();
  const summary = useSummary();
  const groupsOf = useGroups();
  const day = dayOf(useNow());
  const today = useQuery(waiting(day));
  const groups = today.data ? groupsOf(today.data) : [];
  const rows = groups.flatMap((group) => group.items);
  const [selected, select] = useSelected(rows);
  const open = (row: Waiting) => void navigate({ to: "/people/$personId", params: { personId: row.person.id } });
  return (
    <SplitPane side={selected && <WaitingAside key={selected.key} row={selected} onOpen={() => open(selected)} />} sideLabel={selected?.person.name ?? t`Person`}>
      <PageHead title={format.longDay(day)} line={today.data && (rows.length > 0 ? summary(today.data) : undefined)} />
      <div className={css.page}>
        {today.error && <Notice tone="danger">{sentence(today.error)}</Notice>}
        {Due && <Due day={day} />}
        {selected && <WaitingList groups={groups} selected={selected} onSelect={select} onOpen={open} />}
        {today.data && rows.length === 0 && <Nobody />}
        {Later && <Later day={day} />}
        <InPeace day={day} />
        <SparedPeople />
      </div>
    </SplitPane>
  );
}

/** The row that is selected. When it leaves, the one that takes its place is. */
function useSelected(rows: readonly Waiting[]): [Waiting | undefined, (row: Waiting) => void] {
  const [mark, setMark] = useState({ key: "", at: 0 });
  const found = rows.findIndex((row) => row.key === mark.key);
  const at = found >= 0 ? found : Math.min(mark.at, rows.length - 1);
  const selected = rows[at];
  if (selected && (selected.key !== mark.key || at !== mark.at)) setMark({ key: selected.key, at });
  return [selected, (row) => setMark({ key: row.key, at: rows.indexOf(row) })];
}

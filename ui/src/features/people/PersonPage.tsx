/** One person: who they are, how it felt, what was said, and everything one may want to change about it, where it stands. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Building2, PenLine, Phone, Trash2, Undo2, UserPen } from "lucide-react";
import { type ComponentType, useState } from "react";
import type { Person } from "../../bindings/Person";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { Tabs } from "../../components/layout/Tabs";
import { StageTrack } from "../../components/marks/StageTrack";
import { doAction, useAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { useInView } from "../../frame/inView";
import { keyedActions } from "../../frame/keys";
import { useLetter } from "../../frame/letters";
import type { PersonPart, PersonTab } from "../../frame/personParts";
import { Refusals } from "../../frame/Refusals";
import { useSentence } from "../../strings/sentences";
import { useStages } from "../../strings/stages";
import { useBin, useEditPerson, useRestore } from "./actions";
import { InPlace } from "../../frame/InPlace";
import css from "./person.module.css";
import { PersonForm } from "./PersonForm";
import { PersonSide } from "./PersonSide";
import { Portrait } from "./Portrait";
import { person as personQuery } from "./queries";

export interface PersonPageProps {
  Curve: ComponentType<PersonPart>;
  /** What they agreed to, beside the ways to reach them. */
  Permission: ComponentType<PersonPart>;
  /** What other rooms have to say beside the timeline. */
  parts: readonly ComponentType<PersonPart>[];
  tabs: readonly PersonTab[];
}

export function PersonPage(props: PersonPageProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { personId = "" } = useParams({ strict: false }) as { personId?: string };
  const { data, error } = useQuery(personQuery(personId));
  if (error) return <EmptyState title={t`This person cannot be shown`} text={sentence(error)} />;
  return data ? <Shown key={personId} person={data} {...props} /> : null;
}

function Shown({ person, Curve, Permission, parts, tabs }: PersonPageProps & { person: Person }) {
  const { t, i18n } = useLingui();
  const stages = useStages();
  const edit = useEditPerson();
  const [tab, setTab] = useState(tabs[0]?.id ?? "");
  const { id, name, stage, binnedAt } = person.row;
  const End = tabs.find((one) => one.id === tab)?.End;
  useInView(binnedAt === null ? { id, name } : undefined);
  return (
    <SplitPane side={<PersonSide person={person} Permission={Permission} parts={parts} />} sideLabel={t`About ${name}`}>
      <div className={css.page}>
        {binnedAt !== null && <Binned id={id} />}
        <Head person={person} />
        <Refusals person={id} />
        <StageTrack label={t`Stage of the relationship`} stages={stages.all} current={stage || null} onChoose={(to) => to !== stage && edit.mutate({ id, stage: to })} />
        <Curve person={person} />
        <Tabs
          label={t`What belongs to ${name}`}
          value={tab}
          onChange={setTab}
          tabs={tabs.map(({ id: tabId, label, Panel }) => ({ id: tabId, label: i18n._(label), panel: <Panel person={person} /> }))}
          end={End && <End person={person} />}
        />
      </div>
    </SplitPane>
  );
}

function Head({ person }: { person: Person }) {
  const { t } = useLingui();
  const write = useLetter();
  const edit = useEditPerson();
  const bin = useBin();
  const [naming, setNaming] = useState(false);
  const { id, name, binnedAt } = person.row;
  const draft = () => write(id);
  useAction("person.write", draft, binnedAt === null);
  useAction("person.edit", () => setNaming(true));
  return (
    <>
      <PageHead
        mark={<Portrait person={person} />}
        title={<InPlace needed label={t`Name`} value={name} keep={[id, "name"]} placeholder={t`Name`} onSave={(to) => edit.mutate({ id, name: to })} />}
        line={<Line person={person} />}
        deeds={
          <>
            <Button kind="primary" icon={PenLine} keys={keyedActions["person.write"].keys} onPress={draft}><Trans>Write</Trans></Button>
            <Button icon={Phone} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log", { people: [{ id, name }] })}><Trans>Log</Trans></Button>
            <Button kind="quiet" icon={UserPen} aria-label={t`Name and address`} onPress={() => setNaming(true)} />
            {binnedAt === null && <Button kind="quiet" icon={Trash2} aria-label={t`To the bin`} onPress={() => bin.mutate({ whom: () => Promise.resolve([id]) })} />}
          </>
        }
      />
      <PersonForm person={person} isOpen={naming} onClose={() => setNaming(false)} />
    </>
  );
}

/** "Owner · Café Trópico · customer since March 2019". */
function Line({ person }: { person: Person }) {
  const { t } = useLingui();
  const format = useFormat();
  const { title, organisation } = person.row;
  const { since } = person;
  const when = /^\d{4}-\d{2}/.test(since) ? format.month(`${since.slice(0, 7)}-15`) : since;
  return (
    <span className={css.line}>
      {title && <bdi>{title}</bdi>}
      {organisation && <span className={css.org}><Building2 size={14} strokeWidth={1.75} aria-hidden /><bdi title={organisation}>{organisation}</bdi></span>}
      {since && <span>{t`customer since ${when}`}</span>}
    </span>
  );
}

function Binned({ id }: { id: string }) {
  const restore = useRestore();
  const back = <Button size="s" icon={Undo2} onPress={() => restore.mutate({ whom: () => Promise.resolve([id]) })}><Trans>Put back into the book</Trans></Button>;
  return <Notice tone="warn" end={back}><Trans>This person lies in the bin: on no list and in no letter.</Trans></Notice>;
}

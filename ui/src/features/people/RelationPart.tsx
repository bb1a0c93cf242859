/** What the relationship is like: its type, rhythm, what they like best, since when; and their tags. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { EditPerson } from "../../bindings/EditPerson";
import type { Person } from "../../bindings/Person";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Facts } from "../../components/layout/Facts";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { channels, useChannelName } from "../../strings/channels";
import { useSpans } from "../../strings/spans";
import { useRelations } from "../../strings/stages";
import { useEditPerson, useUntag } from "./actions";
import { hueOf } from "./hues";
import { InPlace } from "../../frame/InPlace";
import css from "./person.module.css";
import { rules } from "./queries";
import { TagDialog } from "./TagDialog";

const NONE = "none";

export function RelationPart({ person }: { person: Person }) {
  const { t } = useLingui();
  const relations = useRelations();
  const channelName = useChannelName();
  const edit = useEditPerson();
  const { id } = person.row;
  const set = (part: Omit<EditPerson, "id">) => edit.mutate({ id, ...part });
  const notSaid = { id: NONE, label: t`not said` };
  const chosen = (to: string) => (to === NONE ? "" : to);
  return (
    <section className={css.part}>
      <SectionHead title={t`Relationship`} />
      <Facts
        facts={[
          { name: t`Type`, value: <Select className={css.select} label={t`Type`} quietLabel plain value={person.relation || NONE} onChange={(to) => set({ relation: chosen(to) })} options={[notSaid, ...relations.all]} /> },
          { name: t`Rhythm`, value: <Rhythm person={person} /> },
          {
            name: t`Prefers`,
            value: (
              <Select
                className={css.select}
                label={t`Prefers`}
                quietLabel
                plain
                value={person.preferredChannel || NONE}
                onChange={(to) => set({ preferredChannel: chosen(to) })}
                options={[notSaid, ...channels.map((channel) => ({ id: channel as string, label: channelName(channel) }))]}
              />
            ),
          },
          { name: t`Since`, value: <InPlace label={t`Customer since`} value={person.since} keep={[id, "since"]} placeholder={t`not said`} onSave={(since) => set({ since })} /> },
          { name: t`Tags`, value: <TagsOf person={person} /> },
        ]}
      />
    </section>
  );
}

function Rhythm({ person }: { person: Person }) {
  const { t } = useLingui();
  const spans = useSpans();
  const known = useQuery(rules).data ?? [];
  const { usualGapDays, tags } = person.row;
  const own = known.find(({ active, scope }) => active && scope.for === "tag" && tags.some((tag) => tag.id === scope.id));
  const days = (own ?? known.find(({ active, scope }) => active && scope.for === "everyone"))?.days;
  const often = usualGapDays === null ? null : spans.every(usualGapDays);
  if (often !== null) return <span>{days === undefined ? t`about ${often}` : t`about ${often} (rule: ${days} days)`}</span>;
  return <span>{days === undefined ? t`too few touchpoints to tell` : t`too few touchpoints to tell (rule: ${days} days)`}</span>;
}

function TagsOf({ person }: { person: Person }) {
  const { t } = useLingui();
  const untag = useUntag();
  const [adding, setAdding] = useState(false);
  const { id, tags } = person.row;
  const whom = () => Promise.resolve([id]);
  return (
    <>
      {tags.map(({ id: tagId, name, hue }) => (
        <Chip key={tagId} hue={hueOf(hue)} onRemove={() => untag.mutate({ whom, tag: name })} removeLabel={t`Take ${name} off`}><bdi title={name}>{name}</bdi></Chip>
      ))}
      <Button kind="quiet" size="s" icon={Plus} onPress={() => setAdding(true)}><Trans>Tag</Trans></Button>
      <TagDialog isOpen={adding} onClose={() => setAdding(false)} count={1} whom={whom} />
    </>
  );
}

/** What a person agreed to and what they asked us to leave, way by way: since when, and how we know. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { Permission } from "../../bindings/Permission";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import { permissions } from "../../frame/permissions";
import { channels, useMeansName } from "../../strings/channels";
import { useTakeBack } from "./actions";
import css from "./consent.module.css";
import { EVERY, INTRODUCED, type Means, PermissionForm, SENSITIVE } from "./PermissionForm";

/** Shown even while nothing was said: one writes to people this way. */
const usual: readonly Channel[] = ["phone", "email", "post"];

export function PermissionPart({ person }: PersonPart) {
  const { t } = useLingui();
  const meansName = useMeansName();
  const [open, setOpen] = useState<Means | null>(null);
  // Where the form stood: the focus goes back there.
  const [left, setLeft] = useState<Means | null>(null);
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  const { data } = useQuery(permissions(person.row.id));
  if (!data) return null;
  const wordOf = (means: Means) => data.words.find((word) => word.channel === (means === EVERY ? "" : means));
  const shown: Means[] = [...(wordOf(EVERY) ? [EVERY] : []), ...channels.filter((channel) => usual.includes(channel) || wordOf(channel)), ...([INTRODUCED, SENSITIVE] as const).filter(wordOf)] as Means[];
  const nameOf = (means: Means) => (means === EVERY ? t`Every way` : means === INTRODUCED ? t`Being introduced` : means === SENSITIVE ? t`Sensitive things` : meansName(means));
  const form = (means: Means) => <PermissionForm person={person.row.id} means={means} word={wordOf(means)} onClose={close} />;
  return (
    <section className={css.part}>
      <div className={css.head}>
        <SectionHead title={t`Permission`} />
        <Button kind="quiet" size="s" icon={Plus} aria-label={t`Note what they said about another way`} onPress={() => setOpen(wordOf(EVERY) ? "chat" : EVERY)} />
      </div>
      <ul className={css.items} aria-label={t`Permission`}>
        {shown.map((means) => (
          <li key={means}>{open === means ? form(means) : <Word name={nameOf(means)} word={wordOf(means)} left={left === means} onEdit={() => setOpen(means)} />}</li>
        ))}
        {open !== null && !shown.includes(open) && <li>{form(open)}</li>}
      </ul>
    </section>
  );
}

function Word({ name, word, left, onEdit }: { name: string; word: Permission | undefined; left: boolean; onEdit: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const takeBack = useTakeBack();
  const since = word && format.fullDay(word.at);
  const how = word?.how;
  return (
    <div className={css.item}>
      <span className={css.name}>{name}</span>
      <span className={css.said}>
        {word === undefined ? <Chip>{t`not said`}</Chip> : word.state === "agreed" ? <Chip tone="good">{t`agreed`}</Chip> : <Chip tone="danger">{t`asked us not to`}</Chip>}
        {word && <span className={css.how}>{how ? <Trans>since {since} · <bdi>{how}</bdi></Trans> : <Trans>since {since}</Trans>}</span>}
      </span>
      <span className={css.deeds}>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change what they said: ${name}`} autoFocus={left} onPress={onEdit} />
        {word && <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Take back what they said: ${name}`} onPress={() => takeBack.mutate(word.id)} />}
      </span>
    </div>
  );
}

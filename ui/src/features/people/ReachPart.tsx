/** How to reach a person: the one to use first carries a star; each can be copied, changed and removed. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Copy, Star } from "lucide-react";
import type { Channel } from "../../bindings/Channel";
import type { Person } from "../../bindings/Person";
import type { Reach } from "../../bindings/Reach";
import type { ReachKind } from "../../bindings/ReachKind";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Chip } from "../../components/marks/Chip";
import { toasts } from "../../components/overlays/toasts";
import { useRefused } from "../../frame/permissions";
import { PartList } from "./PartList";
import { useRemove, useSaveReach } from "./partActions";
import css from "./person.module.css";

const kinds: Record<ReachKind, MessageDescriptor> = { phone: msg`Phone`, email: msg`E-mail`, address: msg`Post`, link: msg`Web`, chat: msg`Chat` };

/** Through what one gets in touch there. */
const channelOf: Record<ReachKind, Channel> = { phone: "phone", email: "email", address: "post", link: "social", chat: "chat" };

export function ReachPart({ person }: { person: Person }) {
  const { t, i18n } = useLingui();
  const save = useSaveReach();
  const remove = useRemove("removeReach");
  const { id } = person.row;
  const refused = useRefused(id);
  const nameOf = (reach: Reach) => reach.label || i18n._(kinds[reach.kind]);
  const star = (reach: Reach) => save.mutate({ ...reach, person: id, parts: reach.parts ?? undefined, preferred: !reach.preferred });
  const copy = async (reach: Reach) => {
    await navigator.clipboard.writeText(reach.value);
    toasts.say(t`Copied`);
  };
  return (
    <PartList
      title={t`Reach`}
      items={person.reaches}
      addLabel={t`Add a way to reach them`}
      keep={`reach-${id}`}
      nameOf={(reach) => `${nameOf(reach)} ${reach.value}`}
      view={(reach) => (
        <>
          <span className={css.factName}>
            <bdi title={nameOf(reach)}>{nameOf(reach)}</bdi>
            {reach.preferred && <span role="img" aria-label={t`used first`} title={t`used first`}> ★</span>}
          </span>
          <span className={css.factValue}>
            <bdi>{reach.value}</bdi>
            {refused.includes(channelOf[reach.kind]) && <>{" "}<Chip tone="danger">{t`asked us not to`}</Chip></>}
          </span>
        </>
      )}
      more={(reach) => {
        const name = nameOf(reach);
        return (
          <>
            <Button kind="quiet" size="s" icon={Copy} aria-label={t`Copy ${name}`} onPress={() => void copy(reach)} />
            <Button kind="quiet" size="s" icon={Star} aria-label={reach.preferred ? t`No longer use ${name} first` : t`Use ${name} first`} aria-pressed={reach.preferred} onPress={() => star(reach)} />
          </>
        );
      }}
      blank={{ kind: "phone" as ReachKind, label: "", value: "" }}
      valuesOf={({ kind, label, value }) => ({ kind, label, value })}
      isWhole={({ value }) => value.trim() !== ""}
      fields={({ kind, label, value }, set) => (
        <>
          <div className={css.pair}>
            <Select<ReachKind> label={t`Kind`} value={kind} onChange={(to) => set({ kind: to })} options={(Object.keys(kinds) as ReachKind[]).map((one) => ({ id: one, label: i18n._(kinds[one]) }))} />
            <TextField label={t`Called`} value={label} onChange={(to) => set({ label: to })} placeholder={t`work`} />
          </div>
          {kind === "address" ? (
            <TextArea label={t`Address`} value={value} onChange={(to) => set({ value: to })} autoFocus />
          ) : (
            <TextField label={i18n._(kinds[kind])} value={value} onChange={(to) => set({ value: to })} autoFocus />
          )}
        </>
      )}
      onSave={({ kind, label, value }, reachId, done) => {
        const before = person.reaches.find((reach) => reach.id === reachId);
        // Parts of a postal address hold only while its text is the one they were read from.
        const parts = before?.value === value.trim() && before.parts ? { parts: before.parts } : {};
        save.mutate({ ...(reachId && { id: reachId }), person: id, kind, label: label.trim(), value: value.trim(), ...parts, preferred: before?.preferred ?? false }, { onSuccess: done });
      }}
      onRemove={(reach) => remove.mutate(reach.id)}
    />
  );
}

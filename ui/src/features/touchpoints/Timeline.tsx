/** What was said and felt, newest first, fifty at a time. Arrows walk, Enter corrects, Delete takes out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { EmptyState, Notice } from "../../components/layout/States";
import { listKeys } from "../../components/lists/listKeys";
import { doAction } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { keyedActions } from "../../frame/keys";
import type { PersonPart } from "../../frame/personParts";
import { channels, useChannelName } from "../../strings/channels";
import { useSentence } from "../../strings/sentences";
import { useRemoveTouch } from "./actions";
import { EditTouch } from "./EditTouch";
import { timeline } from "./queries";
import { TimelineRow } from "./TimelineRow";
import css from "./timeline.module.css";

const ALL = "all";
const useChannel = (person: string) => useKept<Channel | null>(["touchpoints", "channel", person], null);

export function ChannelFilter({ person }: PersonPart) {
  const { t } = useLingui();
  const name = useChannelName();
  const [channel, keep] = useChannel(person.row.id);
  return (
    <Select<Channel | typeof ALL>
      label={t`Channel`}
      quietLabel
      plain
      value={channel ?? ALL}
      onChange={(id) => keep(id === ALL ? null : id)}
      options={[{ id: ALL, label: t`All channels` }, ...channels.map((id) => ({ id, label: name(id) }))]}
    />
  );
}

export function Timeline({ person }: PersonPart) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { id, name } = person.row;
  const [channel] = useChannel(id);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(timeline(id, channel));
  const remove = useRemoveTouch();
  const [editing, edit] = useState<Touchpoint | null>(null);
  const [place, setPlace] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const touches = data?.pages.flatMap((page) => page.items) ?? [];
  const active = Math.min(place, Math.max(0, touches.length - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    // A button in the row answers for itself.
    if (event.target !== list.current?.children[active] || event.altKey || event.ctrlKey || event.metaKey) return;
    const here = touches[active];
    const to = listKeys(event.key, active, touches.length, 5);
    if (to !== null) {
      setPlace(to);
      (list.current?.children[to] as HTMLElement | undefined)?.focus();
    } else if (event.key === "Enter" && here) edit(here);
    else if (event.key === "Delete" && here) remove.mutate(here);
    else return;
    event.preventDefault();
  };
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (data && touches.length === 0) {
    return channel ? (
      <p className={css.none}><Trans>Nothing went through this channel yet.</Trans></p>
    ) : (
      <EmptyState title={t`Nothing logged yet`} text={t`What you and ${name} say to each other stands here: when, through what, and how it felt.`}>
        <Button icon={Plus} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log", { people: [{ id, name }] })}><Trans>Log the first one</Trans></Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ol ref={list} className={css.list} aria-label={t`Touchpoints, newest first`} onKeyDown={onKeyDown}>
        {touches.map((touch, at) => (
          <TimelineRow key={touch.id} touch={touch} person={id} active={at === active} onFocus={() => setPlace(at)} onEdit={() => edit(touch)} onRemove={() => remove.mutate(touch)} />
        ))}
      </ol>
      {hasNextPage && <More isPending={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      <EditTouch touch={editing} onClose={() => edit(null)} />
    </>
  );
}

/** Fetches the next page when it comes near; a button too, for those who do not scroll. */
function More({ isPending, onMore }: { isPending: boolean; onMore: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!mark.current || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onMore(), { rootMargin: "600px" });
    watch.observe(mark.current);
    return () => watch.disconnect();
  }, [onMore]);
  return <div ref={mark} className={css.more}><Button kind="quiet" isPending={isPending} onPress={onMore}><Trans>Earlier touchpoints</Trans></Button></div>;
}

/** Tracks: what new, lively and lapsed people hear from you, step by step; who stands where, and what is due. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { TrackPreset } from "../../bindings/TrackPreset";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useAddTrack } from "./actions";
import { trackList } from "./queries";
import { TrackCard } from "./TrackCard";
import css from "./tracks.module.css";

const presets: readonly { id: TrackPreset; name: MessageDescriptor; says: MessageDescriptor }[] = [
  { id: "new", name: msg`The new ones`, says: msg`In the book for sixty days or less: a welcome, one helpful thing, one question.` },
  { id: "power", name: msg`The lively ones`, says: msg`Eight touchpoints in half a year: a thank-you, a look ahead, somebody like them.` },
  { id: "lapsed", name: msg`The quiet ones`, says: msg`Silent for a hundred and twenty days: something useful, a card, an open question.` },
];

/** Of a segment, or of everybody. */
export function TracksView({ segment }: { segment?: string }) {
  const { t, i18n } = useLingui();
  const sentence = useSentence();
  const add = useAddTrack();
  const { data: all, error } = useQuery(trackList);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!all) return null;
  const shown = segment === undefined ? all : all.filter((track) => track.segment?.id === segment);
  return (
    <div className={css.page}>
      {segment === undefined && <PageHead title={t`Tracks`} line={t`What people hear from you step by step. The step that is due stands on Today.`} />}
      {shown.length === 0 && (
        <EmptyState
          title={t`Three ways to begin`}
          text={t`Somebody new needs something else than somebody who is with you for years, and somebody who went quiet something else again. A track says what, through which channel and after how many days; rules say who is on it.`}
        />
      )}
      {shown.map((track) => <TrackCard key={track.id} track={track} />)}
      <ul className={css.presets} aria-label={t`Tracks to begin with`}>
        {presets.map(({ id, name, says }) => (
          <li key={id} className={css.preset}>
            <Button icon={Plus} onPress={() => add.mutate({ preset: id, ...(segment && { segment }) })} isPending={add.isPending}>{i18n._(name)}</Button>
            <span>{i18n._(says)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who is on a track: the step before each, and when it is due. Done by logging what was said, or skipped. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { OnTrack } from "../../bindings/OnTrack";
import type { TrackStep } from "../../bindings/TrackStep";
import { Button } from "../../components/controls/Button";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { useNow } from "../../frame/clock";
import { DoStep } from "../../frame/DoStep";
import { useFormat } from "../../frame/format";
import { useSkipStep } from "../../frame/trackSteps";
import { oneTrack } from "./queries";
import css from "./tracks.module.css";

/** How many are drawn. */
const MOST = 50;

export function OnTrackList({ id }: { id: string }) {
  const { t } = useLingui();
  const { data } = useQuery(oneTrack(id));
  const [does, setDoes] = useState<{ one: OnTrack; step: TrackStep } | null>(null);
  if (!data) return null;
  return (
    <>
      <ul className={css.on} aria-label={t`Who is on it`}>
        {data.on.slice(0, MOST).map((one) => {
          const step = data.track.steps.find((found) => found.id === one.step);
          return step && <OnRow key={one.person.id} one={one} step={step} onDo={() => setDoes({ one, step })} />;
        })}
      </ul>
      {does && <DoStep step={does.step.id} what={does.step.what} channel={does.step.channel} person={does.one.person} onClose={() => setDoes(null)} />}
    </>
  );
}

function OnRow({ one, step, onDo }: { one: OnTrack; step: TrackStep; onDo: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const skip = useSkipStep();
  const now = useNow();
  const { id, name, organisation } = one.person;
  const [day, what] = [format.day(one.due), step.what];
  return (
    <li>
      <ListRow
        tight
        mark={<Avatar name={name} parts={one.person} size={24} />}
        title={<Link to="/people/$personId" params={{ personId: id }}>{name}</Link>}
        aside={organisation}
        text={one.due <= now ? t`due: ${what}` : t`on ${day}: ${what}`}
        end={
          <>
            <Button size="s" onPress={onDo} aria-label={t`Done: ${name}`}>{t`Done`}</Button>
            <Button kind="quiet" size="s" onPress={() => skip.mutate({ step: step.id, person: id, name })} aria-label={t`Skip: ${name}`}>{t`Skip`}</Button>
          </>
        }
      />
    </li>
  );
}

/** What speaks for a map: how many steps say how it feels, when it was last looked at, and when it is to be again. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { JourneyMap } from "../../bindings/JourneyMap";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { ReviewDay, ReviewLine } from "../../frame/ReviewDay";
import { useReview } from "./actions";

export function Looked({ map }: { map: JourneyMap }) {
  const { t } = useLingui();
  const format = useFormat();
  const steps = map.stages.flatMap((stage) => stage.steps);
  const whole = steps.length;
  const felt = steps.filter((step) => step.expected !== null).length;
  const when = map.lookedAt === null ? null : format.day(map.lookedAt);
  return (
    <>
      {whole > 0 && <span>{t`${felt} of ${plural(whole, { one: "# step", other: "# steps" })} say how it feels`}</span>}
      <span>{when === null ? t`never looked at as a whole` : t`last looked at on ${when}`}</span>
      {map.reviewOn !== "" && <ReviewLine day={map.reviewOn} />}
    </>
  );
}

export function ReviewDialog({ map, onClose }: { map: JourneyMap; onClose: () => void }) {
  const { t } = useLingui();
  const review = useReview();
  const title = isolated(map.title);
  const save = (on: string) => review.mutate({ id: map.id, on, task: t`Look at the journey map “${title}” again` }, { onSuccess: onClose });
  return <ReviewDay value={map.reviewOn} onSave={save} onClose={onClose} isPending={review.isPending} hint={t`A map is true on the day it was drawn. Twice a year is a good habit.`} />;
}

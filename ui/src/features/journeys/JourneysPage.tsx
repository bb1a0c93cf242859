/** Journeys: what a segment lives through with you, step by step, how it is meant to feel and how it was felt. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { JourneyRow } from "../../bindings/JourneyRow";
import { EmptyState, Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useKept } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { Button } from "../../components/controls/Button";
import { Begin } from "./Begin";
import css from "./journeys.module.css";
import { OneMap, type OneMapProps } from "./OneMap";
import { journeyList, journeyMap } from "./queries";
import { TakeCopy } from "./workshop/TakeCopy";

export function JourneysPage() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: all, error } = useQuery(journeyList);
  const [kept, keep] = useKept<string>(["journeys", "shown"], "");
  const [begins, begin] = useState(false);
  const [takes, take] = useState(false);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!all) return null;
  const shown = all.find((one) => one.id === kept) ?? all[0];
  if (!shown) {
    return (
      <div className={css.blank}>
        <h1 className="unseen">{t`Journeys`}</h1>
        <EmptyState
          title={t`Walk the way they walk`}
          text={<Trans>A journey map sets down every step a customer takes with you, and how it is meant to feel. Name the channel of a step, and the feelings you log draw a second curve beside it: where it falls, people are being lost.</Trans>}
        />
        <Begin onMade={keep} />
        <p className={css.orTake}><Button kind="quiet" onPress={() => take(true)}>{t`A map from a file…`}</Button></p>
        {takes && <TakeCopy onClose={() => take(false)} onMade={keep} />}
      </div>
    );
  }
  const made = (id: string) => {
    keep(id);
    begin(false);
    take(false);
  };
  return (
    <>
      <Shown key={shown.id} all={all} shown={shown} onShow={keep} onBegin={() => begin(true)} onTake={() => take(true)} />
      <Dialog title={t`A new map`} isOpen={begins} onClose={() => begin(false)} closeLabel={t`Close`}>
        <Begin onMade={made} />
      </Dialog>
      {takes && <TakeCopy onClose={() => take(false)} onMade={made} />}
    </>
  );
}

function Shown({ shown, ...rest }: Omit<OneMapProps, "map"> & { shown: JourneyRow }) {
  const sentence = useSentence();
  const { data: map, error } = useQuery(journeyMap(shown.id));
  if (error) return error.code === "notFound" ? null : <Notice tone="danger">{sentence(error)}</Notice>;
  return map ? <OneMap map={map} {...rest} /> : null;
}

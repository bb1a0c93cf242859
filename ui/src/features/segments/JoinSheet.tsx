/** Two segments as one, tried before anything is saved: the numbers of both and of the whole, and what used the one that goes. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Switch } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { useJoin } from "./actions";
import css from "./health.module.css";
import { PartCard } from "./PartCard";
import { triedJoin } from "./queries";
import { Uses, useUses } from "./Uses";

export interface JoinSheetProps {
  a: string;
  b: string;
  names: readonly [string, string];
  onClose: () => void;
  onJoined: (id: string) => void;
}

export function JoinSheet({ a, b, names, onClose, onJoined }: JoinSheetProps) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const { data: tried, error } = useQuery(triedJoin(a, b));
  const uses = useUses(b);
  const save = useJoin();
  const [name, setName] = useState(names[0]);
  const [repoint, setRepoint] = useState(true);
  const both = format.number(tried?.both ?? 0);
  const goes = names[1];
  const send = () =>
    save.mutate({ a, b, name, repoint }, {
      onSuccess: ({ id }) => {
        onClose();
        onJoined(id);
      },
    });
  return (
    <Dialog
      title={t`Try as one segment`}
      size="l"
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>{t`Leave them as they are`}</Button>
          <Button kind="primary" isDisabled={!tried || name.trim() === ""} isPending={save.isPending} onPress={send}>{t`Make them one`}</Button>
        </>
      }
    >
      {error && <Notice tone="danger">{sentence(error)}</Notice>}
      {tried && (
        <div className={css.sheet}>
          <div className={css.parts}>
            <PartCard title={<bdi>{names[0]}</bdi>} part={tried.a} />
            <PartCard title={<bdi>{names[1]}</bdi>} part={tried.b} />
            <PartCard title={t`Together`} part={tried.whole} />
          </div>
          <p>{t`${both} people are in both and count once.`}</p>
          <TextField label={t`What the whole is called`} value={name} onChange={setName} />
          <p className={css.note}>{t`“${goes}” goes; its personas, needs and what they hear go over. One undo brings it all back.`}</p>
          {uses.some && (
            <>
              <Uses lines={uses.lines} />
              <Switch isSelected={repoint} onChange={setRepoint} hint={t`Otherwise they say that their segment is gone.`}>{t`Point these at the whole`}</Switch>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}

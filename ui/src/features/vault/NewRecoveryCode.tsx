/** A new recovery code: the old paper opens nothing from then on, which is why it asks. */
import { useLingui } from "@lingui/react/macro";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import css from "./vault.module.css";

export function NewRecoveryCode({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const make = useWrite({ run: () => core.vault.newRecoveryCode(), undo: false });
  const code = make.data;
  return (
    <Dialog
      title={code === undefined ? t`Make a new recovery code?` : t`Write this down`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      grave
      footer={
        code === undefined ? (
          <>
            <Button kind="quiet" onPress={onClose} autoFocus>{t`Keep the old one`}</Button>
            <Button kind="danger" onPress={() => make.mutate(undefined)} isPending={make.isPending}>{t`Make a new code`}</Button>
          </>
        ) : (
          <Button kind="primary" onPress={onClose}>{t`I have written it down`}</Button>
        )
      }
    >
      {code === undefined ? (
        <p>{t`The code you wrote down before will open nothing any more. Have pen and paper at hand: the new one is shown once.`}</p>
      ) : (
        <>
          <output className={css.code} aria-label={t`Recovery code`}>{code}</output>
          <Notice>{t`Keep it on paper, away from this computer, and destroy the old one.`}</Notice>
        </>
      )}
    </Dialog>
  );
}

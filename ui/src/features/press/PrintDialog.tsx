/** Print or export what is on the page: the first page to look at, and the few things there are to choose. Enter saves. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { type Printable, useShownPrintable } from "../../frame/printable";
import { PrintForm } from "./PrintForm";

/** Stands on every page; has something to do on those that show a sheet. */
export function PrintDialog() {
  const { t } = useLingui();
  const shown = useShownPrintable();
  const [printed, print] = useState<Printable | null>(null);
  useAction("press.print", () => print(shown), shown !== null);
  const close = () => print(null);
  return (
    <Dialog title={t`Print or export`} isOpen={printed !== null} onClose={close} closeLabel={t`Close`} size="l">
      {printed && <PrintForm shown={printed} onClose={close} />}
    </Dialog>
  );
}

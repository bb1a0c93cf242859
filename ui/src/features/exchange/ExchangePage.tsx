/** What comes in and what goes out: a file, a look at what would happen, a receipt; and the book as a file. */
import { useLingui } from "@lingui/react/macro";
import { PageHead } from "../../components/layout/Heads";
import { ExportSection } from "./ExportSection";
import { choose, useChosen } from "./file";
import { ImportFile } from "./ImportFile";
import { OrdersSection } from "./OrdersSection";
import { PickFile } from "./PickFile";
import css from "./exchange.module.css";

export function ExchangePage() {
  const { t } = useLingui();
  const path = useChosen();
  return (
    <div className={css.page}>
      <PageHead title={t`Import and export`} line={t`Files are read on this computer. Nothing is fetched, nothing is sent.`} />
      {path ? <ImportFile key={path} path={path} onClose={() => choose(null)} /> : <PickFile />}
      {!path && <OrdersSection />}
      <ExportSection />
    </div>
  );
}

/** Beside the sheet: everything that differs from a version that was kept, block by block, each line leading to its note. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, Trash2 } from "lucide-react";
import type { NoteDifference } from "../../bindings/NoteDifference";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useRemoveSnapshot } from "./actions";
import { ChangeMark, useBeforeWords } from "./Changes";
import type { Comparison } from "./comparison";
import css from "./versions.module.css";
import { useCanvasWords } from "./words";

export interface DifferencesProps {
  comparison: Comparison;
  onShow: (difference: NoteDifference) => void;
  onClose: () => void;
}

export function Differences({ comparison, onShow, onClose }: DifferencesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useCanvasWords();
  const removeVersion = useRemoveSnapshot();
  const { from, to, notes } = comparison;
  const number = from?.number ?? 0;
  const later = to?.number ?? 0;
  const other = isolated(comparison.with);
  const title = !from ? t`Beside “${other}”` : to ? t`From version ${number} to ${later}` : t`Since version ${number}`;
  const count = notes.length;
  const blocks = [...new Set(notes.map((one) => one.block))];
  return (
    <section className={css.side} aria-label={title}>
      <SectionHead title={title} {...(from && { note: format.day(from.at) })} />
      {from && <p className={css.label}><bdi>{from.label}</bdi></p>}
      {from && from.reason !== "" && <p className={css.line}><bdi>{from.reason}</bdi></p>}
      <p className={css.line}>{count === 0 ? t`Nothing differs.` : t`${plural(count, { one: "# note differs", other: "# notes differ" })}`}</p>
      {blocks.map((block) => (
        <section key={block}>
          <h3 className={css.block}>{words.block(block)}</h3>
          <ul className={css.list}>
            {notes.filter((one) => one.block === block).map((one) => <Difference key={one.id} difference={one} onShow={() => onShow(one)} />)}
          </ul>
        </section>
      ))}
      <div className={css.deeds}>
        <Button icon={ArrowLeft} keys="escape" onPress={onClose}>{t`Back`}</Button>
        {from && <Button kind="quiet" icon={Trash2} onPress={() => removeVersion.mutate(from, { onSuccess: onClose })}>{t`Remove this version`}</Button>}
      </div>
    </section>
  );
}

function Difference({ difference, onShow }: { difference: NoteDifference; onShow: () => void }) {
  const before = useBeforeWords();
  const { text, changes, block } = difference;
  const isGone = changes.some(({ what }) => what === "removed");
  const lines = changes.map((change) => before(change, block)).filter((line) => line !== null);
  return (
    <li className={css.item}>
      {isGone ? <s className={css.gone}><bdi>{text}</bdi></s> : <Button kind="quiet" size="s" className={css.show} onPress={onShow}><bdi>{text}</bdi></Button>}
      <span className={css.marks}>{changes.map((change) => <ChangeMark key={change.what} change={change} />)}</span>
      {lines.map((line) => <p key={line} className={css.line}>{line}</p>)}
    </li>
  );
}

/** How it will look: a page as a drawing, or the text as it will be written. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Paper } from "../../bindings/Paper";
import type { SheetPreview } from "../../bindings/SheetPreview";
import type { Tones } from "../../bindings/Tones";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { join } from "../../components/join";
import { useSentence } from "../../strings/sentences";
import css from "./press.module.css";
import { previewOf, textOf } from "./queries";
import { type Form, type Offered, isPaper } from "./sheets";

export interface LookProps {
  offer: Offered;
  form: Form;
  paper: Paper;
  tones: Tones;
  names: boolean;
}

export function Look(props: LookProps) {
  const { offer, form, names } = props;
  if (isPaper(form)) return <PageLook key={offer.id} {...props} />;
  return offer.text && <TextLook what={offer.text} format={form} names={names} />;
}

/** One page of a sheet, with the way to the others. */
export function PageView({ look, page, onPage, isOld }: { look: SheetPreview | undefined; page: number; onPage: (page: number) => void; isOld: boolean }) {
  const { t } = useLingui();
  if (!look) return <div className={css.look} aria-busy />;
  const { pages, drawing, missing, hidden } = look;
  const number = page + 1;
  if (page >= pages && page > 0) onPage(0);
  return (
    <div className={css.look}>
      <img className={join(css.page, isOld && css.old)} src={`data:image/svg+xml,${encodeURIComponent(drawing)}`} alt={t`Page ${number} of ${pages} as it will be printed`} />
      {pages > 1 && (
        <p className={css.pages}>
          <Button kind="quiet" size="s" icon={ChevronLeft} aria-label={t`The page before`} isDisabled={page === 0} onPress={() => onPage(page - 1)} />
          <span>{t`${number} of ${pages}`}</span>
          <Button kind="quiet" size="s" icon={ChevronRight} aria-label={t`The next page`} isDisabled={number === pages} onPress={() => onPage(page + 1)} />
        </p>
      )}
      {hidden > 0 && <p className={css.quiet}>{t`${plural(hidden, { one: "# name of somebody in your book is left out of what you wrote.", other: "# names of people in your book are left out of what you wrote." })}`}</p>}
      {missing.length > 0 && <Notice tone="warn">{t`${plural(missing.length, { one: "# character has no font on this computer: it is a box on the sheet.", other: "# characters have no font on this computer: they are boxes on the sheet." })}`}</Notice>}
    </div>
  );
}

function PageLook({ offer: { what }, paper, tones, names }: LookProps) {
  const sentence = useSentence();
  const [page, setPage] = useState(0);
  const { data, error, isPlaceholderData } = useQuery({ ...previewOf({ what, paper, tones, names, page }), placeholderData: keepPreviousData });
  if (error) return <div className={css.look}><Notice tone="danger">{sentence(error)}</Notice></div>;
  return <PageView look={data} page={page} onPage={setPage} isOld={isPlaceholderData} />;
}

function TextLook(input: Parameters<typeof textOf>[0]) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery({ ...textOf(input), placeholderData: keepPreviousData });
  if (error) return <div className={css.look}><Notice tone="danger">{sentence(error)}</Notice></div>;
  // The whole of a long file helps nobody; its beginning shows what it is like.
  return <div className={css.look}><pre className={css.text} tabIndex={0} aria-label={t`The text as it will be written`} dir="auto">{data?.slice(0, 20_000)}</pre></div>;
}

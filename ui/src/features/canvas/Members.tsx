/** Beside the sheet: what the book says of the people of a segment, each figure with what it is made of. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { MemberFigures } from "../../bindings/MemberFigures";
import { useFormat } from "../../frame/format";
import css from "./canvas.module.css";
import { moneyText } from "../../frame/money";
import { membersOf } from "./queries";

export function Members({ id }: { id: string }) {
  const { t } = useLingui();
  const words = useMemberWords();
  const { data: figures } = useQuery(membersOf(id));
  if (!figures) return null;
  const { foremost, byPurchases } = figures;
  return (
    <div className={css.members}>
      <ul>{words(figures).map((line) => <li key={line}>{line}</li>)}</ul>
      {foremost.length > 0 && (
        <p>
          {byPurchases ? t`They buy most often:` : t`Most spoken with:`}{" "}
          {foremost.map(({ person }, i) => (
            <Fragment key={person.id}>
              {i > 0 && ", "}
              <Link to="/people/$personId" params={{ personId: person.id }}><bdi>{person.name}</bdi></Link>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

/** Fewer feelings than this say nothing. */
const ENOUGH = 3;

function useMemberWords(): (figures: MemberFigures) => string[] {
  const { t } = useLingui();
  const format = useFormat();
  return ({ bought, revenueShare, silentDays, touched, atRisk, felt, feltN }) => {
    const { buyers, repeat, inBase, currencies } = bought;
    const sums = format.list((inBase ? [inBase] : currencies).filter(({ sum }) => sum > 0).map(({ sum, currency, digits }) => moneyText(format.region, sum, currency, digits)));
    const part = revenueShare === null ? "" : format.percent(revenueShare);
    const lines: string[] = [];
    if (sums !== "") lines.push(part === "" ? t`Bought for ${sums} in a year` : t`Bought for ${sums} in a year, ${part} of all`);
    if (buyers > 0) lines.push(t`${repeat} of ${plural(buyers, { one: "# buyer", other: "# buyers" })} came back`);
    if (silentDays !== null) lines.push(t`Half of ${touched} were heard from in the last ${plural(silentDays, { one: "day", other: "# days" })}`);
    if (atRisk > 0) lines.push(t`${plural(atRisk, { one: "# is silent for longer than usual", other: "# are silent for longer than usual" })}`);
    if (felt !== null && feltN >= ENOUGH) {
      const mark = felt >= 0.05 ? "▲" : felt <= -0.05 ? "▼" : "▬";
      const mean = format.number(Math.abs(Math.round(felt * 10) / 10));
      lines.push(t`Feels ${mark} ${mean} over a year, said ${feltN} times`);
    }
    return lines;
  };
}

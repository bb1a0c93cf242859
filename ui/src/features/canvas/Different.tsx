/** What makes the relationship different: why people came, stayed or left, counted; each reason can become a note of the sheet. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { NotebookPen } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { ReasonGroup } from "../../bindings/ReasonGroup";
import type { ReasonOutcome } from "../../bindings/ReasonOutcome";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useGroupReasons } from "./actions";
import css from "./different.module.css";
import { NoteFrom } from "./NoteFrom";
import { reasonsOn } from "./queries";

const everybody = "everybody";
const outcomes: readonly ReasonOutcome[] = ["chosen", "stayed", "left"];

export function Different({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data: told } = useQuery(reasonsOn(canvas.id));
  const [whose, choose] = useState(everybody);
  if (!told) return null;
  const of = told.find(({ segment }) => (segment?.id ?? everybody) === whose) ?? told[0];
  if (!of) return null;
  const { tally, count } = of;
  const { count: reasons, people, competitors } = tally;
  const named = format.list(competitors.slice(0, 5).map(({ name, count: times }) => `${isolated(name)} (${format.number(times)})`));
  const titles: Record<ReasonOutcome, string> = { chosen: t`Why they chose us`, stayed: t`Why they stayed`, left: t`Why they left` };
  const given = t`${plural(reasons, { one: "# reason", other: "# reasons" })}`;
  return (
    <section className={css.panel}>
      <div className={css.head}>
        <SectionHead title={t`What makes the relationship different`} />
        {told.length > 1 && (
          <Select
            label={t`Whose reasons`}
            quietLabel
            plain
            options={told.map(({ segment }) => ({ id: segment?.id ?? everybody, label: segment?.name ?? t`Everybody` }))}
            value={of.segment?.id ?? everybody}
            onChange={choose}
          />
        )}
      </div>
      {reasons === 0 ? (
        <p className={css.line}>{t`Nobody has said yet why they came, stayed or left. Ask, and note it on their page under “Feedback”.`}</p>
      ) : (
        <>
          <p className={css.line}>
            {count === null ? t`${given}, given by ${people}.` : t`${given}, given by ${people} of ${count}.`}
            {competitors.length > 0 && <> {t`Named beside us: ${named}.`}</>}
          </p>
          <div className={css.columns}>
            {outcomes.map((outcome) => <Groups key={outcome} canvas={canvas} title={titles[outcome]} groups={tally.groups.filter((group) => group.outcome === outcome)} />)}
          </div>
        </>
      )}
    </section>
  );
}

function Groups({ canvas, title, groups }: { canvas: Canvas; title: string; groups: readonly ReasonGroup[] }) {
  const { t } = useLingui();
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      {groups.length === 0 ? <p className={css.quiet}>{t`Nothing said yet.`}</p> : (
        <ul className={css.list} aria-label={title}>
          {groups.map((group) => <Group key={group.ids[0]} canvas={canvas} title={title} group={group} />)}
        </ul>
      )}
    </section>
  );
}

function Group({ canvas, title, group }: { canvas: Canvas; title: string; group: ReasonGroup }) {
  const { t } = useLingui();
  const regroup = useGroupReasons();
  const [writes, write] = useState(false);
  const { name, named, count, people, ids } = group;
  const text = isolated(name);
  const times = t`${plural(count, { one: "said once", other: "said # times" })}`;
  const by = t`${plural(people, { one: "by one", other: "by # people" })}`;
  return (
    <li className={css.group}>
      <div className={css.name}>
        <InPlace label={t`What these reasons are called`} value={name} keep={["canvas", "reason", ids[0] ?? ""]} placeholder={t`by their own words`} onSave={(theme) => regroup.mutate({ ids, theme })} />
      </div>
      <p className={css.quiet}>{count === people ? times : `${times}, ${by}`}{!named && count === 1 && <> · {t`in their words`}</>}</p>
      {writes ? (
        <NoteFrom canvas={canvas} blocks={["difference", "relationships", "uniqueValue", "value"]} text={`${title}: ${name}`} onClose={() => write(false)} />
      ) : (
        <Button size="s" kind="quiet" icon={NotebookPen} aria-label={t`Write a note: ${text}`} onPress={() => write(true)}>{t`Write a note`}</Button>
      )}
    </li>
  );
}

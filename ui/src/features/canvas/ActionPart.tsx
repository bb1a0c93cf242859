/** Beside the sheet: what a note leads to. A task, a rule of Today, a segment, a template; and the tasks that came of it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellRing, Check, CircleDashed, FileText, ListPlus, PieChart, Rocket } from "lucide-react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { useHearFrom, useTemplateFrom } from "./actions";
import { boundTo } from "./bindings";
import canvasCss from "./canvas.module.css";
import css from "./links.module.css";
import { tasksOf } from "./queries";

export function ActionPart({ canvas, note, onBind }: { canvas: Canvas; note: Note; onBind: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const hearFrom = useHearFrom();
  const begin = useTemplateFrom();
  const { id, text, detail, binding, block } = note;
  const tasks = useQuery(tasksOf(id)).data?.items ?? [];
  const deeds: Deed[] = [{ id: "task", label: t`A task…`, icon: ListPlus, onDo: () => doAction("promises.add", { text, about: `canvasNote:${id}` }) }];
  if (binding?.to === "segment") deeds.push({ id: "rule", label: t`A rule of Today`, icon: BellRing, onDo: () => hearFrom.mutate(binding.segment) });
  else if (boundTo(canvas.blocks, block) === "segment") deeds.push({ id: "segment", label: t`A segment…`, icon: PieChart, onDo: onBind });
  deeds.push({ id: "template", label: t`A template of letters`, icon: FileText, onDo: () => begin.mutate({ text, detail }) });
  return (
    <section className={css.part} aria-label={t`What comes of it`}>
      <h3 className={canvasCss.asked}>{t`What comes of it`}</h3>
      <ul className={css.list}>
        {tasks.map(({ id: task, text: said, due, doneAt }) => (
          <li key={task} className={css.item}>
            {doneAt === null ? <CircleDashed size={14} strokeWidth={1.75} aria-label={t`To do`} /> : <Check size={14} strokeWidth={2} aria-label={t`Done`} />}
            <Link to="/tasks" className={css.task}><bdi>{said}</bdi></Link>
            {due !== null && <span className={css.said}>{format.day(due)}</span>}
          </li>
        ))}
      </ul>
      <div>
        <Menu label={t`Make of it`} deeds={deeds}>
          <Button size="s" icon={Rocket}>{t`Make of it…`}</Button>
        </Menu>
      </div>
    </section>
  );
}

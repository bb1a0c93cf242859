/** On Today, above who went quiet: what was promised and is due, and what else is to be done by now. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import css from "./promises.module.css";
import { due } from "./queries";
import { TaskList } from "./TaskList";

export function DueTasks({ day }: { day: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(due(day));
  if (!data || data.items.length === 0) return null;
  const groups = [
    { id: "promised", title: t`Promised`, items: data.items.filter((task) => task.promised) },
    { id: "toDo", title: t`To do`, items: data.items.filter((task) => !task.promised) },
  ].filter(({ items }) => items.length > 0);
  return (
    <div className={css.due}>
      {groups.map(({ id, title, items }, at) => {
        const count = format.number(items.length);
        return (
          <section key={id}>
            <SectionHead title={title} count={data.more ? `${count}+` : count} note={at === 0 && <Link to="/tasks" className={css.link}><Trans>Everything to do</Trans></Link>} />
            <TaskList label={title} tasks={items} />
          </section>
        );
      })}
    </div>
  );
}

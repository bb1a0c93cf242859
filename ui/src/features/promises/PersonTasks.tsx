/** Beside a person's timeline: what is to be done for them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import css from "./promises.module.css";
import { tasks } from "./queries";
import { TaskList } from "./TaskList";

export function PersonTasks({ person }: PersonPart) {
  const { t } = useLingui();
  const format = useFormat();
  const { id, name } = person.row;
  const page = useQuery(tasks({ person: id, limit: 50 })).data;
  const items = page?.items ?? [];
  return (
    <section>
      <div className={css.partHead}>
        <SectionHead title={t`To do`} {...(items.length > 0 && { count: format.number(page?.total ?? 0) })} />
        <Button kind="quiet" size="s" icon={Plus} aria-label={t`Add a task for ${name}`} onPress={() => doAction("promises.add", { person: { id, name } })} />
      </div>
      {items.length > 0 ? <TaskList label={t`To do for ${name}`} tasks={items} hidePerson bare /> : <p className={css.quiet}><Trans>Nothing is promised or planned.</Trans></p>}
    </section>
  );
}

/** One stage of the loop: who stands there by which touchpoint, and what the log says of the stage itself. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { LoopStageCount } from "../../bindings/LoopStageCount";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { useLoopStages } from "../../strings/stages";
import type { Chosen } from "./LoopView";
import css from "./plans.module.css";
import { loopLog, loopPeople } from "./queries";
import { TouchLine } from "./TouchLine";

const PAGE = 8;

export function LoopStageView({ chosen, stage, onEverybody }: { chosen: Chosen; stage: LoopStageCount | undefined; onEverybody: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useLoopStages();
  const [limit, setLimit] = useState(PAGE);
  const page = useQuery(loopPeople(chosen.stage, chosen.segment?.id ?? null, limit)).data;
  const name = names.name(chosen.stage);
  return (
    <div className={css.two}>
      <section>
        <SectionHead
          title={t`Who stands at ${name}`}
          count={page && format.number(page.total)}
          note={chosen.segment && <Chip onRemove={onEverybody} removeLabel={t`Everybody again`}><bdi>{chosen.segment.name}</bdi></Chip>}
        />
        {page?.total === 0 && <p className={css.quiet}><Trans>Nobody stands here now.</Trans></p>}
        {page && page.total > 0 && (
          <Card rows>
            <ul aria-label={t`Who stands at ${name}`}>
              {page.items.map(({ person, touch, reinforced }) => (
                <li key={person.id} className={css.item}>
                  <ListRow
                    mark={<Avatar name={person.name} parts={person} />}
                    title={<Link to="/people/$personId" params={{ personId: person.id }} className={css.who}>{person.name}</Link>}
                    aside={person.organisation}
                    text={<TouchLine touch={touch} bare />}
                  />
                  {reinforced && reinforced.id !== touch.id && <p className={css.reinforced}><span className={css.quiet}><Trans>last reinforced by</Trans></span> <TouchLine touch={reinforced} bare /></p>}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {page && page.total > page.items.length && limit < 200 && <Button size="s" className={css.more} onPress={() => setLimit(Math.min(200, limit * 4))}><Trans>Show more</Trans></Button>}
      </section>
      {stage && <StageLog stage={stage} />}
    </div>
  );
}

/** What the log says of a stage: at each one another thing matters. */
function StageLog({ stage }: { stage: LoopStageCount }) {
  const { t } = useLingui();
  const hurts = stage.stage === "transact";
  const { touches, hurt, liked, byUs, byThem } = stage;
  const log = useQuery(loopLog(stage.stage, hurts)).data;
  const words: Record<string, { title: string; line: string; none: string }> = {
    engage: {
      title: t`What you gave, and how it was taken`,
      line: t`${plural(touches, { one: "# touchpoint", other: "# touchpoints" })}: ${liked} felt good, ${hurt} did not.`,
      none: t`Nothing was given yet.`,
    },
    transact: {
      title: t`What held purchases up`,
      line: t`${plural(touches, { one: "# touchpoint", other: "# touchpoints" })}, ${hurt} of them felt bad.`,
      none: t`No purchase felt bad. Log what held one up, with how it felt, and it stands here.`,
    },
    support: {
      title: t`Who noticed first`,
      line: t`You noticed first ${plural(byUs, { one: "once", other: "# times" })}, they did ${plural(byThem, { one: "once", other: "# times" })}.`,
      none: t`No help was logged yet.`,
    },
    delight: {
      title: t`What delighted`,
      line: t`${plural(touches, { one: "# surprise", other: "# surprises" })}: ${liked} felt good, ${hurt} did not.`,
      none: t`Nothing has delighted anybody yet.`,
    },
    advocate: {
      title: t`Who spoke for you`,
      line: t`${plural(touches, { one: "# touchpoint", other: "# touchpoints" })}, ${byThem} of them begun by them.`,
      none: t`Nobody has spoken for you yet, as far as the log says.`,
    },
  };
  const said = words[stage.stage];
  if (!said) return null;
  return (
    <section>
      <SectionHead title={said.title} />
      <p className={css.quiet}>{said.line}</p>
      {log && log.items.length === 0 && <p className={css.quiet}>{said.none}</p>}
      <ul className={css.touches}>{log?.items.map((touch) => <li key={touch.id}><TouchLine touch={touch} /></li>)}</ul>
      {stage.stage === "support" && (
        <Button size="s" className={css.more} onPress={() => doAction("promises.add", { text: t`Ask before they have to: is everything well?` })}><Trans>Plan to look in on somebody</Trans></Button>
      )}
    </section>
  );
}

/** Beside the list: the person who is selected, what to remember before calling, and what to do next. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PenLine, Phone } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { Avatar } from "../../components/marks/Avatar";
import { Chip, type Hue } from "../../components/marks/Chip";
import { doAction, useAction } from "../../frame/actions";
import { useInView } from "../../frame/inView";
import { keyedActions } from "../../frame/keys";
import { useLetter } from "../../frame/letters";
import { Refusals } from "../../frame/Refusals";
import { usePreference } from "../../strings/channels";
import { useStages } from "../../strings/stages";
import type { Waiting } from "./groups";
import { LastTouches } from "./LastTouches";
import { person } from "./queries";
import { SnoozeMenu } from "./SnoozeMenu";
import { StepDue } from "./StepDue";
import css from "./today.module.css";

export function WaitingAside({ row, onOpen }: { row: Waiting; onOpen: () => void }) {
  const { t } = useLingui();
  const stages = useStages();
  const preference = usePreference();
  const write = useLetter();
  const { id, name, title, organisation, tags, stage } = row.person;
  const whole = useQuery(person(id)).data;
  const phone = whole?.reaches.find((reach) => reach.kind === "phone");
  const likes = whole && preference(whole.preferredChannel);
  const who = { id, name };
  const draft = () => write(id, "check-in");
  useInView(who);
  useAction("person.write", draft);
  const role = [title, organisation].filter(Boolean).join(", ");
  return (
    <div className={css.aside}>
      <header className={css.who}>
        <Avatar name={name} parts={row.person} size={44} {...(whole?.picture && { picture: whole.picture })} />
        <div className={css.whoWords}>
          <h2 className={css.name} title={name}>
            <Link to="/people/$personId" params={{ personId: id }}><bdi>{name}</bdi></Link>
          </h2>
          <p className={css.role}>
            <bdi>{role}</bdi>
            {likes && <span>{role && " · "}{likes}</span>}
          </p>
        </div>
      </header>
      {(tags.length > 0 || stage) && (
        <div className={css.chips}>
          {tags.map((tag) => <Chip key={tag.id} hue={hueOf(tag.hue)}>{tag.name}</Chip>)}
          {stage && <Chip>{stages.name(stage)}</Chip>}
        </div>
      )}
      {phone && <p className={css.phone}><Phone size={14} strokeWidth={1.75} aria-label={t`Phone`} /><bdi>{phone.value}</bdi></p>}
      <Refusals person={id} />
      {row.step && <StepDue step={row.step} person={who} />}
      <section>
        <SectionHead title={t`Before you call`} />
        {whole && (whole.note ? (
          <p className={css.note} dir="auto">{whole.note}</p>
        ) : (
          <p className={css.quiet}><Trans>Nothing is noted to remember. What you write under “Remember” on their page stands here.</Trans></p>
        ))}
      </section>
      <LastTouches person={id} />
      <div className={css.deeds}>
        <Button kind="primary" icon={PenLine} keys={keyedActions["person.write"].keys} onPress={draft}><Trans>Draft a check-in</Trans></Button>
        <Button icon={Phone} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log", { people: [who], channel: "phone" })}>
          <Trans>Log a call</Trans>
        </Button>
        <span className={css.break} />
        <SnoozeMenu person={who} />
        <Button kind="quiet" keys="enter" className={css.open} onPress={onOpen}><Trans>Open their page</Trans></Button>
      </div>
    </div>
  );
}

const hueOf = (hue: number): Hue | undefined => (hue >= 1 && hue <= 6 ? (hue as Hue) : undefined);

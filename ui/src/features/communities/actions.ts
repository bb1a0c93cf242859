/** Writes of this room. Each is one step that can be undone by its name. */
import { useLingui } from "@lingui/react/macro";
import type { CommunityMember } from "../../bindings/CommunityMember";
import type { CommunityRow } from "../../bindings/CommunityRow";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useSave = () => useWrite({ run: core.communities.save });
export const useAddMembers = () => useWrite({ run: core.communities.addMembers });
export const useSaveTopic = () => useWrite({ run: core.communities.saveTopic });
/** That somebody agreed to be brought together with others is a word like any other permission. */
export const useAgree = () => useWrite({ run: ({ person, how }: { person: string; how: string }) => core.consent.say({ person, channel: "introductions", state: "agreed", ...(how && { how }) }) });

export function useRemove() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: CommunityRow) => core.communities.remove({ id }),
    done: (_, row) => {
      const name = isolated(row.name);
      return t`Removed ${name}. What was logged stays with its people.`;
    },
  });
}

export function useLeave() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: CommunityMember) => core.communities.leave({ id }),
    done: (_, member) => {
      const name = isolated(member.person.name);
      return t`${name} is no longer in it`;
    },
  });
}

export function useMeet() {
  const { t } = useLingui();
  return useWrite({ run: core.communities.meet, done: () => t`Kept the meeting, and logged it with everybody who came` });
}

export function useRemoveMeeting() {
  const { t } = useLingui();
  return useWrite({ run: core.communities.removeMeeting, done: () => t`Removed the meeting. Its touchpoint stays.` });
}

export function useRemoveTopic() {
  const { t } = useLingui();
  return useWrite({ run: core.communities.removeTopic, done: () => t`Removed the line` });
}

export function useIntroduce() {
  const { t } = useLingui();
  return useWrite({ run: core.communities.introduce, done: () => t`Logged with both of them` });
}

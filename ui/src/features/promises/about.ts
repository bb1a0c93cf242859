/** What a task is about, as a place of the window: "canvasNote:…" is a note on the canvas. */
import { useLingui } from "@lingui/react/macro";

export interface Place {
  label: string;
  to: string;
  search?: Record<string, string>;
}

export function useAbout(): (about: string) => Place | undefined {
  const { t } = useLingui();
  return (about): Place | undefined => {
    const [word, id = ""] = about.split(":");
    switch (word) {
      case "canvasNote": return { label: t`Canvas`, to: "/canvas", search: { note: id } };
      case "canvas": return { label: t`Canvas`, to: "/canvas" };
      case "journeyStep": return { label: t`Journey`, to: "/journeys", search: { step: id } };
      case "journey": return { label: t`Journey`, to: "/journeys" };
      case "draft": return { label: t`Letter`, to: `/drafts/${id}` };
      case "segment": return { label: t`Segment`, to: "/segments", search: { show: id } };
      case "sheet": return { label: t`Strategy`, to: "/plans", search: { view: "strategy" } };
      case "strategy": return { label: t`Strategy`, to: "/plans", search: { view: "journal" } };
      case "stack": return { label: t`Relationship stack`, to: "/plans", search: { view: "stack" } };
      case "workflow": return { label: t`Four steps`, to: "/plans", search: { view: "steps" } };
      case "loop": return { label: t`Loyalty loop`, to: "/plans", search: { view: "loop" } };
      default: return undefined;
    }
  };
}

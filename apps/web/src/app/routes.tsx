import { type ComponentType, lazy, Suspense } from "react";
import { Route, Switch } from "wouter";

import { withStaffTexts } from "../texts/text-store.ts";
import { Loading } from "./states/loading.tsx";
import { NotFound } from "./states/not-found.tsx";

// One chunk a page: a phone loads neither the wall nor the organiser's parts.
const BoardPage = lazy(() =>
  import("./pages/board-page.tsx").then((m) => ({ default: m.BoardPage })),
);
const LeadPage = staffPage(() => import("./pages/lead-page.tsx").then((m) => m.LeadPage));
const ScribePage = staffPage(() => import("./pages/scribe-page.tsx").then((m) => m.ScribePage));
const WallPage = staffPage(() => import("./pages/wall-page.tsx").then((m) => m.WallPage));
const PosterPage = staffPage(() => import("./pages/poster-page.tsx").then((m) => m.PosterPage));
const CheckPage = staffPage(() =>
  import("../features/check/check-page.tsx").then((m) => m.CheckPage),
);
const OrganisePage = staffPage(() =>
  import("../features/organise/organise-page.tsx").then((m) => m.OrganisePage),
);

/** A page that also says what only the staff's part of the catalogue holds. */
function staffPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await withStaffTexts(load()) }));
}

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/b/:id">{({ id }) => <BoardPage boardId={id} />}</Route>
        <Route path="/b/:id/lead">{({ id }) => <LeadPage boardId={id} />}</Route>
        <Route path="/b/:id/scribe">{({ id }) => <ScribePage boardId={id} />}</Route>
        <Route path="/b/:id/wall">{({ id }) => <WallPage boardId={id} />}</Route>
        <Route path="/b/:id/poster">{({ id }) => <PosterPage boardId={id} />}</Route>
        <Route path="/check">
          <CheckPage />
        </Route>
        <Route path="/o">
          <OrganisePage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}

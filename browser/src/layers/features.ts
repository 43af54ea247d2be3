// folium's GeoJson layers: shapes and points with the styles that Python worked out.
import type { Feature } from "geojson";
import * as L from "../leaflet.js";
import { readJson } from "../page/blocks.js";

interface Styled {
  readonly feature: Feature;
  readonly style: L.PathOptions;
}

export class FeaturesLayer extends L.FeatureGroup {
  readonly ready: Promise<void>;

  constructor(block: string) {
    super([]);
    this.ready = readJson<readonly Styled[]>(block).then((found) => {
      for (const { feature, style } of found)
        this.addLayer(
          L.geoJSON(feature, { style, pointToLayer: (_, at) => L.circleMarker(at, style) }),
        );
    });
  }
}

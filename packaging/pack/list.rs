//! The list of what is in the program: a bill of materials in the format CycloneDX 1.5.

use serde_json::{Value, json};

use crate::packages::{Package, Packages};

/// The list. It has no time and no random number: the same program has the same list.
pub(crate) fn bom(packages: &Packages) -> Value {
    let Packages { own, others, added } = packages;
    let added_refs: Vec<String> = added.iter().map(|(name, version, _)| format!("{name}@{version}")).collect();
    let mut components: Vec<Value> = others.iter().map(component).collect();
    components.extend(added.iter().map(|(name, version, licence)| {
        json!({
            "type": "library",
            "bom-ref": format!("{name}@{version}"),
            "name": name,
            "version": version,
            "licenses": [{"expression": licence}],
        })
    }));
    let mut dependencies: Vec<Value> = Vec::new();
    for package in [own].into_iter().chain(others) {
        let mut uses: Vec<String> = package.uses.iter().map(|(name, version)| purl(name, version)).collect();
        if package.name == own.name {
            uses.extend(added_refs.iter().cloned());
        }
        dependencies.push(json!({"ref": reference(package), "dependsOn": uses}));
    }
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference(own),
                "name": own.name,
                "version": own.version,
                "licenses": [{"expression": own.licence}],
                "purl": reference(own),
            },
        },
        "components": components,
        "dependencies": dependencies,
    })
}

fn component(package: &Package) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(package),
        "name": package.name,
        "version": package.version,
        "licenses": [{"expression": package.licence}],
        "purl": reference(package),
    });
    if let Some(checksum) = &package.checksum {
        component["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    component
}

fn reference(package: &Package) -> String {
    purl(&package.name, &package.version)
}

/// The address of a package: a package URL.
fn purl(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

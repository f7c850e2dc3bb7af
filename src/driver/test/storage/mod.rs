//! Storage pools and volumes of the test driver.

use crate::driver::test::Test;
use crate::driver::{StoragePoolDriver, StorageVolumeDriver};

impl StoragePoolDriver for Test {}
impl StorageVolumeDriver for Test {}
